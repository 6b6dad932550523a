package org.throughline.erp.embedded;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.UtcTimestamp;
import org.throughline.history.Attachment;
import org.throughline.history.ShipmentStatus;
import org.throughline.order.OrderEvent;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.ShipmentId;
import org.throughline.shared.Violations;

/** Follows shipments to the customer's door. Each step is one transaction. */
@Component
public class ShipmentDelivery {

    private static final String ONE = "select account_id, order_id, shipped_on, status from shipment where id = ?";
    private static final String IN_TRANSIT = "update shipment set status = 'IN_TRANSIT', changed_at = ? where id = ?";
    private static final String DELIVERED =
            "update shipment set status = 'DELIVERED', delivered_on = ?, changed_at = ? where id = ?";
    private static final String PROOF = """
            insert into proof_of_delivery (shipment_id, signed_by, signed_at, place, media_type, sha256, content)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String dataset;
    private final OrderRecords records;
    private final OrderProgress progress;
    private final Audit audit;

    ShipmentDelivery(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.records = new OrderRecords(jdbc, dataSource, dataset);
        this.progress = new OrderProgress(jdbc, dataSource);
        this.audit = new Audit(jdbc);
    }

    /**
     * The carrier has it on its way.
     *
     * @throws ServiceFault SHIPMENT_NOT_FOUND at shipment; WRONG_STATE at shipment unless it was just shipped
     */
    public void inTransit(ShipmentId id, By by) {
        Undisturbed.in(transactions, () -> {
            require(locked(id).status() == ShipmentStatus.SHIPPED, "The shipment is on its way or delivered already.");
            Instant now = clock.instant();
            jdbc.sql(IN_TRANSIT).params(UtcTimestamp.of(now), id.value()).update();
            audit.write(by, now, "TRANSIT", Audit.Kind.SHIPMENT, id.value(), null);
            return id;
        });
    }

    /**
     * The customer has it.
     *
     * @throws ServiceFault SHIPMENT_NOT_FOUND at shipment; WRONG_STATE at shipment when it is delivered already;
     *     INVALID_VALUE at deliveredOn, proof.signedAt, proof.document.mediaType, proof.document.content,
     *     proof.document.sha256
     */
    public void arrived(ShipmentId id, Arrival arrival, By by) {
        Undisturbed.in(transactions, () -> {
            Row shipment = locked(id);
            require(shipment.status() != ShipmentStatus.DELIVERED, "The shipment is delivered already.");
            LocalDate day = day(arrival);
            check(arrival, day, shipment);
            Instant now = clock.instant();
            arrival.proof().ifPresent(proof -> store(id, proof));
            jdbc.sql(DELIVERED)
                    .params(Date.valueOf(day), UtcTimestamp.of(now), id.value())
                    .update();
            String signer = arrival.proof()
                    .map(proof -> "signed by " + proof.signedBy())
                    .orElse(null);
            audit.write(by, now, "DELIVER", Audit.Kind.SHIPMENT, id.value(), signer);
            shipment.order().ifPresent(order -> tell(order, id, by, now));
            return id;
        });
    }

    private record Row(AccountId account, Optional<OrderId> order, LocalDate shippedOn, ShipmentStatus status) {}

    private Row locked(ShipmentId id) {
        Row seen = read(id);
        AccountLock.take(jdbc, seen.account());
        seen.order().ifPresent(records::locked);
        return read(id);
    }

    private Row read(ShipmentId id) {
        return jdbc.sql(ONE)
                .param(id.value())
                .query((row, number) -> new Row(
                        new AccountId(dataset, row.getString("account_id")),
                        Optional.ofNullable(row.getString("order_id")).map(order -> new OrderId(dataset, order)),
                        row.getDate("shipped_on").toLocalDate(),
                        ShipmentStatus.valueOf(row.getString("status"))))
                .optional()
                .orElseThrow(() -> new ServiceFault(ErrorCode.SHIPMENT_NOT_FOUND.at("shipment")));
    }

    private LocalDate day(Arrival arrival) {
        return arrival.on()
                .or(() -> arrival.proof().map(proof -> LocalDate.ofInstant(proof.signedAt(), ZoneOffset.UTC)))
                .orElse(LocalDate.now(clock));
    }

    private void check(Arrival arrival, LocalDate day, Row shipment) {
        Violations violations = new Violations();
        if (day.isAfter(LocalDate.now(clock)) || day.isBefore(shipment.shippedOn())) {
            violations.add(ErrorCode.INVALID_VALUE.at(
                    "deliveredOn", "A shipment arrives between the day of the shipment and today."));
        }
        arrival.proof().ifPresent(proof -> check(proof, violations));
        violations.throwIfAny();
    }

    private void check(Arrival.Proof proof, Violations violations) {
        if (proof.signedAt().isAfter(clock.instant())) {
            violations.add(ErrorCode.INVALID_VALUE.at("proof.signedAt", "The moment is still to come."));
        }
        ProofDocument.check(proof).forEach(violations::add);
    }

    private void store(ShipmentId id, Arrival.Proof proof) {
        Attachment document = ProofDocument.of(id, proof);
        jdbc.sql(PROOF)
                .params(
                        id.value(),
                        proof.signedBy(),
                        UtcTimestamp.of(proof.signedAt()),
                        proof.place(),
                        proof.mediaType().toLowerCase(Locale.ROOT),
                        document.sha256(),
                        document.content())
                .update();
    }

    private void tell(OrderId order, ShipmentId shipment, By by, Instant now) {
        progress.axes(order, records.get(order).content());
        records.happened(order, OrderEvent.Kind.DELIVERED, by, "DELIVER", shipment.value(), now);
        records.raiseVersion(order, now);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ServiceFault(ErrorCode.WRONG_STATE.at("shipment", otherwise));
        }
    }
}
