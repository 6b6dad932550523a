package org.throughline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.history.HistoryWorld.DATASET;
import static org.throughline.history.HistoryWorld.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughline.history.HistoryWorld.Line;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** What every ERP's shipments must do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ShipmentsContract {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

    private final HistoryWorld world;
    private final AtomicInteger numbers = new AtomicInteger(100);

    protected ShipmentsContract(HistoryWorld world) {
        this.world = world;
        world.item("A", "Item A");
        world.item("B", "Item B");
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void shipmentsAreFoundByOwnReferenceAndCounted() {
        AccountId account = world.account("by-reference");
        world.shipment("SH-B1", account, MAY, ShipmentStatus.SHIPPED, Line.of("A", "1", "1.00"));
        world.shipment("SH-B2", account, MAY, ShipmentStatus.SHIPPED, Line.of("A", "1", "1.00"));
        ShipmentFilter reference = new ShipmentFilter(DateRange.ALL, Set.of(), null, null, "ref SO-of-SH-B2");
        ShipmentFilter other =
                new ShipmentFilter(DateRange.ALL, Set.of(), world.orderOf("SO-of-SH-B1"), null, "ref SO-of-SH-B2");

        assertThat(ids(all(10, reference, account))).containsExactly("SH-B2");
        assertThat(all(10, reference, account))
                .extracting(Shipment::customerReference)
                .containsOnly("ref SO-of-SH-B2");
        assertThat(all(10, other, account)).isEmpty();
        assertThat(count(ShipmentFilter.ALL, account)).isEqualTo(2);
        assertThat(count(reference, account)).isEqualTo(1);
    }

    @Test
    void shipmentsAreFoundByStatus() {
        AccountId account = world.account("by-status");
        world.shipment("SH-S1", account, MAY, ShipmentStatus.SHIPPED, Line.of("A", "1", "1.00"));

        assertThat(ids(all(10, filter(ShipmentStatus.SHIPPED, ShipmentStatus.DELIVERED), account)))
                .containsExactly("SH-S1");
        assertThat(all(10, filter(ShipmentStatus.DELIVERED), account)).isEmpty();
        assertThat(count(filter(ShipmentStatus.DELIVERED), account)).isZero();
    }

    @Test
    void shipmentsOnTheirWayAreFoundByStatus() {
        AccountId account = world.account("on-their-way");
        world.shipment("SH-W1", account, MAY, ShipmentStatus.SHIPPED, Line.of("A", "1", "1.00"));
        world.shipment("SH-W2", account, MAY, ShipmentStatus.DELIVERED, Line.of("A", "1", "1.00"));
        world.shipment("SH-W3", account, MAY, ShipmentStatus.IN_TRANSIT, Line.of("A", "1", "1.00"));
        ShipmentFilter underWay = filter(ShipmentStatus.SHIPPED, ShipmentStatus.IN_TRANSIT);

        for (int size : List.of(1, 10)) {
            assertThat(ids(all(size, underWay, account))).containsExactly("SH-W3", "SH-W1");
        }
        assertThat(count(underWay, account)).isEqualTo(2);
    }

    @Test
    void aProofThatIsNotWhatWasStoredIsSaidToBeDamaged() {
        AccountId account = world.account("damaged");
        world.shipment("SH-Z1", account, MAY, ShipmentStatus.DELIVERED, Line.of("A", "1", "1.00"));
        world.proof("SH-Z1", "Ann", TODAY.atStartOfDay().toInstant(java.time.ZoneOffset.UTC), new byte[] {5});
        world.damageProof("SH-Z1");

        assertThatThrownBy(() -> world.shipments().proofOfDelivery(world.shipmentOf("SH-Z1"), MaxAge.ANY))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.DOCUMENT_CORRUPT));
    }

    @Test
    void theListStaysWholeWhileShipmentsOfAllDaysComeIn() {
        AccountId account = world.account("whole");
        for (int i = 0; i < world.many(30); i++) {
            world.shipment("SH-X" + i, account, MAY.plusDays(i), ShipmentStatus.SHIPPED, Line.of("A", "1", "1"));
        }

        Pages.staysWhole(
                page -> world.shipments().find(List.of(account), ShipmentFilter.ALL, page, MaxAge.ANY),
                Shipment::id,
                number -> world.shipment(
                        "SH-Y" + number,
                        account,
                        MAY.plusDays(number % world.many(35)),
                        ShipmentStatus.SHIPPED,
                        Line.of("A", "1", "1")));
    }

    @Test
    void aShipmentTellsOrderDateAddressAndQuantities() {
        AccountId account = world.account("one");
        world.shipment(
                "SH-1", account, MAY, ShipmentStatus.SHIPPED, Line.of("A", "2", "1"), Line.of("B", world.least(), "1"));

        Shipment shipment = all(10, ShipmentFilter.ALL, account).get(0);

        assertThat(shipment.id()).isEqualTo(world.shipmentOf("SH-1"));
        assertThat(shipment.account()).isEqualTo(account);
        assertThat(shipment.order()).isEqualTo(world.orderOf("SO-of-SH-1"));
        assertThat(shipment.date()).isEqualTo(MAY);
        assertThat(shipment.status()).isEqualTo(ShipmentStatus.SHIPPED);
        assertThat(shipment.deliverTo().city()).isEqualTo("Bristol");
        assertThat(shipment.deliverTo().country()).isEqualTo("GB");
        assertThat(shipment.deliveredOn()).isNull();
        assertThat(shipment.proofAvailable()).isFalse();
        assertThat(shipment.lines())
                .containsExactly(
                        new ShipmentLine(1, 1, new ItemId("A"), "Item A as ordered", world.pieces("2")),
                        new ShipmentLine(2, 2, new ItemId("B"), "Item B as ordered", world.pieces(world.least())));
    }

    @Test
    void aShipmentTellsCarrierConsignmentTrackingAndDelivery() {
        AccountId account = world.account("tracked");
        world.shipment("SH-T", account, MAY, ShipmentStatus.DELIVERED, Line.of("A", "2", "1"));
        world.proof("SH-T", "Jo Smith", NOON, new byte[] {1});

        Shipment shipment = all(10, ShipmentFilter.ALL, account).get(0);

        assertThat(shipment.status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(shipment.carrier()).isEqualTo("Parcel Line");
        assertThat(shipment.consignment()).isEqualTo("C-SH-T");
        assertThat(shipment.trackingUrl()).isEqualTo("https://track.example/C-SH-T");
        assertThat(shipment.deliveredOn()).isEqualTo(MAY.plusDays(2));
        assertThat(shipment.proofAvailable()).isTrue();
    }

    @Test
    void everyFilterNarrowsTheList() {
        AccountId account = world.account("filters");
        world.shipment("SH-F1", account, MAY, ShipmentStatus.SHIPPED, Line.of("A", "1", "1"));
        world.shipment("SH-F2", account, MAY.plusDays(1), ShipmentStatus.SHIPPED, Line.of("B", "1", "1"));
        world.shipment("SH-F3", account, MAY.plusDays(2), ShipmentStatus.SHIPPED, Line.of("A", "1", "1"));

        assertThat(ids(all(1, ShipmentFilter.ALL, account))).containsExactly("SH-F3", "SH-F2", "SH-F1");
        assertThat(ids(all(10, filter(new DateRange(MAY.plusDays(1), MAY.plusDays(2))), account)))
                .containsExactly("SH-F2");
        assertThat(ids(all(
                        10,
                        new ShipmentFilter(DateRange.ALL, Set.of(), world.orderOf("SO-of-SH-F2"), null, null),
                        account)))
                .containsExactly("SH-F2");
        assertThat(ids(all(10, new ShipmentFilter(DateRange.ALL, Set.of(), null, new ItemId("A"), null), account)))
                .containsExactly("SH-F3", "SH-F1");
    }

    @Test
    void pagesOfSeveralAccountsNeitherSkipNorRepeatWhileShipmentsComeIn() {
        AccountId one = world.account("pages-1");
        AccountId two = world.account("pages-2");
        for (int i = 0; i < world.many(15); i++) {
            world.shipment(
                    id(), i % 2 == 0 ? one : two, MAY.plusDays(i / 5), ShipmentStatus.SHIPPED, Line.of("A", "1", "1"));
        }
        List<String> before = ids(all(100, ShipmentFilter.ALL, one, two));

        List<String> paged = ids(Pages.all(
                2,
                page -> world.shipments().find(List.of(one, two), ShipmentFilter.ALL, page, MaxAge.ANY),
                () -> world.shipment(id(), one, MAY.plusDays(30), ShipmentStatus.SHIPPED, Line.of("A", "1", "1"))));

        assertThat(before).hasSize(world.many(15)).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(before);
    }

    @Test
    void aCursorOfOtherFiltersIsRefused() {
        AccountId account = world.account("cursor");
        world.shipment(id(), account, MAY, ShipmentStatus.SHIPPED, Line.of("A", "1", "1"));
        world.shipment(id(), account, MAY, ShipmentStatus.SHIPPED, Line.of("A", "1", "1"));
        PageRequest next = new PageRequest(
                1,
                world.shipments()
                        .find(List.of(account), ShipmentFilter.ALL, PageRequest.first(1), MaxAge.ANY)
                        .value()
                        .nextCursor());

        assertThat(next.cursor()).isPresent();
        assertThatThrownBy(() ->
                        world.shipments().find(List.of(account), filter(ShipmentStatus.SHIPPED), next, MaxAge.ANY))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    @Test
    void aProofOfDeliverySaysWhoSignedWhenAndWhereAndHasTheDocument() {
        AccountId account = world.account("proof");
        byte[] content = "signed".getBytes(StandardCharsets.UTF_8);
        world.shipment("SH-P", account, MAY, ShipmentStatus.DELIVERED, Line.of("A", "1", "1"));
        world.proof("SH-P", "Zoë O'Hara", NOON, content);

        ProofOfDelivery proof = proof("SH-P");

        assertThat(proof.shipment()).isEqualTo(world.shipmentOf("SH-P"));
        assertThat(proof.account()).isEqualTo(account);
        assertThat(proof.signedBy()).isEqualTo("Zoë O'Hara");
        assertThat(proof.signedAt()).isEqualTo(NOON);
        assertThat(proof.place()).isEqualTo("Goods in");
        assertThat(proof.document().content()).isEqualTo(content);
        assertThat(proof.document().mediaType()).isEqualTo("application/pdf");
        assertThat(proof.document().fileName()).isEqualTo("proof-of-delivery-SH-P.pdf");
        assertThat(proof.document().size()).isEqualTo(6);
        assertThat(proof.document().sha256())
                .isEqualTo("4a3cdfae6f291c8f544daea5b72905cf9e74c1ed427d831ad0d7ca00c73c794d");
    }

    @Test
    void withoutProofItMattersWhetherTheShipmentWasDelivered() {
        AccountId account = world.account("no-proof");
        world.shipment("SH-N1", account, MAY, ShipmentStatus.IN_TRANSIT, Line.of("A", "1", "1"));
        world.shipment("SH-N2", account, MAY, ShipmentStatus.DELIVERED, Line.of("A", "1", "1"));

        assertThat(codeOf("SH-N1")).isEqualTo(ErrorCode.NOT_DELIVERED_YET);
        assertThat(codeOf("SH-N2")).isEqualTo(ErrorCode.PROOF_NOT_FOUND);
        assertThat(codeOf("unknown")).isEqualTo(ErrorCode.SHIPMENT_NOT_FOUND);
        assertThat(all(10, ShipmentFilter.ALL, account))
                .extracting(Shipment::proofAvailable)
                .containsExactly(false, false);
    }

    @Test
    void anUnknownAccountIsNotFound() {
        assertThatThrownBy(() -> all(1, ShipmentFilter.ALL, new AccountId(DATASET, "unknown")))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND));
    }

    private ErrorCode codeOf(String shipment) {
        try {
            throw new AssertionError("there is a proof: " + proof(shipment));
        } catch (ServiceFault fault) {
            return fault.code();
        }
    }

    private ProofOfDelivery proof(String id) {
        return world.shipments()
                .proofOfDelivery(world.shipmentOf(id), MaxAge.ANY)
                .value();
    }

    private List<Shipment> all(int size, ShipmentFilter filter, AccountId... accounts) {
        return Pages.all(size, page -> world.shipments().find(List.of(accounts), filter, page, MaxAge.ANY));
    }

    private static ShipmentFilter filter(DateRange dates) {
        return new ShipmentFilter(dates, Set.of(), null, null, null);
    }

    private static ShipmentFilter filter(ShipmentStatus... statuses) {
        return new ShipmentFilter(DateRange.ALL, Set.of(statuses), null, null, null);
    }

    private List<String> ids(List<Shipment> shipments) {
        return shipments.stream().map(shipment -> world.nameOf(shipment.id())).toList();
    }

    private String id() {
        return "SH-Z" + numbers.getAndIncrement();
    }

    private int count(ShipmentFilter filter, AccountId account) {
        return world.shipments().count(List.of(account), filter, MaxAge.ANY).value();
    }
}
