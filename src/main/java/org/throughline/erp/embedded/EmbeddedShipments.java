package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.integer;
import static org.throughline.erp.embedded.Columns.quantity;
import static org.throughline.erp.embedded.OrderDocuments.SHIPMENTS;
import static org.throughline.shared.ErrorCode.DOCUMENT_CORRUPT;
import static org.throughline.shared.ErrorCode.NOT_DELIVERED_YET;
import static org.throughline.shared.ErrorCode.PROOF_NOT_FOUND;
import static org.throughline.shared.ErrorCode.SHIPMENT_NOT_FOUND;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
import org.throughline.database.UtcTimestamp;
import org.throughline.history.Attachment;
import org.throughline.history.ProofOfDelivery;
import org.throughline.history.Shipment;
import org.throughline.history.ShipmentFilter;
import org.throughline.history.ShipmentLine;
import org.throughline.history.ShipmentStatus;
import org.throughline.history.Shipments;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.ShipmentId;

/** Shipments of the embedded ERP. */
@Component
class EmbeddedShipments implements Shipments {

    private static final String COLUMNS = "d.id, d.account_id, d.order_id, d.shipped_on, d.status,"
            + " d.carrier, d.consignment, d.tracking_url, d.delivered_on, d.ship_name, d.ship_line1, d.ship_line2,"
            + " d.ship_city, d.ship_region, d.ship_postal_code, d.ship_country";
    private static final String LINES =
            "select shipment_id, line_no, order_line_no, item_id, description, quantity, unit"
                    + " from shipment_line where shipment_id in (:ids) order by shipment_id, line_no";
    private static final String PROVEN = "select shipment_id from proof_of_delivery where shipment_id in (:ids)";
    private static final String PROOF =
            "select s.account_id, s.status, p.signed_by, p.signed_at, p.place, p.media_type,"
                    + " p.sha256, p.content from shipment s left join proof_of_delivery p on p.shipment_id = s.id where s.id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String dataset;

    EmbeddedShipments(@Qualifier("erp") JdbcClient jdbc, Clock clock, EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    @Override
    public Answer<Page<Shipment>> find(
            List<AccountId> accounts, ShipmentFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        String query = "shipments" + accounts + filter;
        List<Row> rows = SHIPMENTS.rows(
                jdbc,
                accounts,
                filter.statuses(),
                wanted(filter),
                DocumentKey.before(page, query),
                page.size() + 1,
                COLUMNS,
                (row, number) -> Row.read(row),
                Row::key);
        Page<Row> found = AccountLists.page(rows, page.size(), row -> row.key().cursor(query));
        return Answer.live(withChildren(AccountLists.checked(found, accounts, jdbc)), now);
    }

    @Override
    public Answer<ProofOfDelivery> proofOfDelivery(ShipmentId id, MaxAge maxAge) {
        var now = clock.instant();
        ProofOfDelivery proof = jdbc.sql(PROOF)
                .param(id.value())
                .query((row, number) -> proof(row, id))
                .optional()
                .orElseThrow(() -> new ServiceFault(SHIPMENT_NOT_FOUND.at("shipment.id")));
        return Answer.live(proof, now);
    }

    @Override
    public Answer<Integer> count(List<AccountId> accounts, ShipmentFilter filter, MaxAge maxAge) {
        var now = clock.instant();
        int count = SHIPMENTS.count(jdbc, accounts, filter.statuses(), wanted(filter));
        return Answer.live(count, now);
    }

    private static OrderDocuments.Wanted wanted(ShipmentFilter filter) {
        return new OrderDocuments.Wanted(filter.dates(), filter.order(), filter.customerReference(), filter.item());
    }

    private Page<Shipment> withChildren(Page<Row> page) {
        List<String> ids = page.entries().stream().map(Row::id).toList();
        Map<String, List<ShipmentLine>> lines = lines(ids);
        Map<String, String> references =
                OrderReferences.read(page.entries().stream().map(Row::order).toList(), jdbc);
        Set<String> proven = new HashSet<>(KeyBatches.read(
                ids,
                batch ->
                        jdbc.sql(PROVEN).param("ids", batch).query(String.class).list()));
        return page.map(row -> row.toShipment(
                dataset,
                references.get(row.order()),
                lines.getOrDefault(row.id(), List.of()),
                proven.contains(row.id())));
    }

    private Map<String, List<ShipmentLine>> lines(Collection<String> shipments) {
        return KeyBatches.read(shipments, ids -> jdbc.sql(LINES)
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(row.getString("shipment_id"), line(row)))
                        .list())
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static ShipmentLine line(ResultSet row) throws SQLException {
        return new ShipmentLine(
                row.getInt("line_no"),
                integer(row, "order_line_no"),
                new ItemId(row.getString("item_id")),
                row.getString("description"),
                quantity(row));
    }

    private static ProofOfDelivery proof(ResultSet row, ShipmentId id) throws SQLException {
        if (row.getString("media_type") == null) {
            throw new ServiceFault(withoutProof(row.getString("status")).at("shipment"));
        }
        return new ProofOfDelivery(
                id,
                new AccountId(id.dataset(), row.getString("account_id")),
                row.getString("signed_by"),
                UtcTimestamp.read(row, "signed_at"),
                row.getString("place"),
                document(row, id));
    }

    private static ErrorCode withoutProof(String status) {
        return ShipmentStatus.valueOf(status) == ShipmentStatus.DELIVERED ? PROOF_NOT_FOUND : NOT_DELIVERED_YET;
    }

    private static Attachment document(ResultSet row, ShipmentId id) throws SQLException {
        String mediaType = row.getString("media_type");
        Attachment document =
                new Attachment(ProofFileName.of(id.value(), mediaType), mediaType, row.getBytes("content"));
        if (!document.sha256().equals(row.getString("sha256"))) {
            throw new ServiceFault(DOCUMENT_CORRUPT.at("shipment"));
        }
        return document;
    }

    private record Row(
            String id,
            String account,
            String order,
            LocalDate shippedOn,
            ShipmentStatus status,
            String carrier,
            String consignment,
            String trackingUrl,
            LocalDate deliveredOn,
            PostalAddress shipTo) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("id"),
                    row.getString("account_id"),
                    row.getString("order_id"),
                    date(row, "shipped_on"),
                    ShipmentStatus.valueOf(row.getString("status")),
                    row.getString("carrier"),
                    row.getString("consignment"),
                    row.getString("tracking_url"),
                    date(row, "delivered_on"),
                    Columns.shipTo(row));
        }

        DocumentKey key() {
            return new DocumentKey(shippedOn, id);
        }

        Shipment toShipment(String dataset, String customerReference, List<ShipmentLine> lines, boolean proven) {
            return new Shipment(
                    new ShipmentId(dataset, id),
                    null,
                    new AccountId(dataset, account),
                    order == null ? null : new OrderId(dataset, order),
                    customerReference,
                    shippedOn,
                    status,
                    carrier,
                    consignment,
                    trackingUrl,
                    shipTo,
                    deliveredOn,
                    proven,
                    lines);
        }
    }
}
