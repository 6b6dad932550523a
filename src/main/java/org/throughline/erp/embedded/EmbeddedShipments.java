package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.throughline.erp.embedded.Columns.date;
import static org.throughline.erp.embedded.Columns.integer;
import static org.throughline.erp.embedded.Columns.quantity;
import static org.throughline.shared.ErrorCode.DOCUMENT_CORRUPT;
import static org.throughline.shared.ErrorCode.NOT_DELIVERED_YET;
import static org.throughline.shared.ErrorCode.PROOF_NOT_FOUND;
import static org.throughline.shared.ErrorCode.SHIPMENT_NOT_FOUND;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
import org.throughline.database.UtcTimestamp;
import org.throughline.erp.embedded.AccountLists.Stream;
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

    private static final String COLUMNS = "s.id, s.account_id, s.order_id, s.shipped_on, s.status,"
            + " s.carrier, s.consignment, s.tracking_url, s.delivered_on, s.ship_name, s.ship_line1, s.ship_line2,"
            + " s.ship_city, s.ship_region, s.ship_postal_code, s.ship_country";
    private static final String BY_SHIPMENT = "from shipment s --DERBY-PROPERTIES %s\nwhere s.account_id = ?";
    private static final String BY_REFERENCE = """
            from --DERBY-PROPERTIES joinOrder=FIXED
                sales_order o --DERBY-PROPERTIES index=sales_order_customer_ref
                , shipment s --DERBY-PROPERTIES constraint=shipment_of_order, joinStrategy=NESTEDLOOP
            where s.order_id = o.id and s.account_id = ?""";
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
        DocumentKey before = DocumentKey.before(page, query);
        int limit = page.size() + 1;
        List<Row> rows = AccountLists.merged(
                AccountLists.streams(accounts, filter.statuses()),
                limit,
                Comparator.comparing(Row::key, DocumentKey.LATEST_FIRST),
                stream -> rows(stream, filter, before, limit));
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
        int count = AccountLists.streams(accounts, filter.statuses()).stream()
                .mapToInt(stream -> select("count(*)", stream, filter, null)
                        .of(jdbc)
                        .query(Integer.class)
                        .single())
                .sum();
        return Answer.live(count, now);
    }

    private List<Row> rows(Stream stream, ShipmentFilter filter, DocumentKey before, int limit) {
        return select(COLUMNS, stream, filter, before)
                .then("order by s.shipped_on desc, s.id desc fetch first ? rows only", limit)
                .of(jdbc)
                .query((row, number) -> Row.read(row))
                .list();
    }

    private static Conditions select(String columns, Stream stream, ShipmentFilter filter, DocumentKey before) {
        Conditions conditions = new Conditions(
                        "select " + columns + " " + from(stream, filter),
                        stream.account().value())
                .andIfGiven(
                        "s.status = ?",
                        stream.status() == null ? null : stream.status().toString())
                .andIfGiven("s.shipped_on >= ?", filter.dates().from())
                .andIfGiven(
                        "s.order_id = ?",
                        filter.order() == null ? null : filter.order().value())
                .andIfGiven("o.customer_reference = ?", filter.order() == null ? filter.customerReference() : null)
                .andIfGiven(
                        "exists (select 1 from sales_order c where c.id = s.order_id and c.customer_reference = ?)",
                        filter.order() == null ? null : filter.customerReference())
                .andIfGiven(
                        "exists (select 1 from shipment_line l where l.shipment_id = s.id and l.item_id = ?)",
                        filter.item() == null ? null : filter.item().value());
        // One upper limit only, the lower one: Derby enters the index by the first that it meets.
        return before == null
                ? conditions.andIfGiven("s.shipped_on < ?", filter.dates().until())
                : conditions.and(
                        "s.shipped_on <= ? and (s.shipped_on < ? or s.id < ?)",
                        before.date(),
                        before.date(),
                        before.id());
    }

    private static String from(Stream stream, ShipmentFilter filter) {
        if (filter.order() != null) {
            return BY_SHIPMENT.formatted("constraint=shipment_of_order");
        }
        return filter.customerReference() == null
                ? BY_SHIPMENT.formatted(stream.status() == null ? "index=shipment_account" : "index=shipment_status")
                : BY_REFERENCE;
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
