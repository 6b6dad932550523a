package org.throughline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.throughline.wire.account.v1.AccountSearchType;
import org.throughline.wire.account.v1.CreditQueryType;
import org.throughline.wire.account.v1.CreditRecordType;
import org.throughline.wire.common.v1.AccountRefType;
import org.throughline.wire.common.v1.CustomerRefType;
import org.throughline.wire.common.v1.DocumentRefType;
import org.throughline.wire.history.v1.InvoiceKindType;
import org.throughline.wire.history.v1.InvoiceQueryType;
import org.throughline.wire.history.v1.InvoiceRecordType;
import org.throughline.wire.history.v1.InvoiceSearchType;
import org.throughline.wire.history.v1.InvoiceStatusType;
import org.throughline.wire.history.v1.InvoiceSummaryType;
import org.throughline.wire.history.v1.ProofQueryType;
import org.throughline.wire.history.v1.ProofRecordType;
import org.throughline.wire.history.v1.ReturnRecordType;
import org.throughline.wire.history.v1.ReturnSearchType;
import org.throughline.wire.history.v1.ReturnStateType;
import org.throughline.wire.history.v1.ShipmentRecordType;
import org.throughline.wire.history.v1.ShipmentSearchType;
import org.throughline.wire.history.v1.ShipmentStatusType;
import org.throughline.wire.order.v1.ApprovalType;
import org.throughline.wire.order.v1.CreditPolicyType;
import org.throughline.wire.order.v1.DeliveryType;
import org.throughline.wire.order.v1.EventKindType;
import org.throughline.wire.order.v1.HoldReasonType;
import org.throughline.wire.order.v1.LineInputType;
import org.throughline.wire.order.v1.OfferAcceptanceType;
import org.throughline.wire.order.v1.OfferRecordType;
import org.throughline.wire.order.v1.OfferRequestType;
import org.throughline.wire.order.v1.OrderHoldType;
import org.throughline.wire.order.v1.OrderInputType;
import org.throughline.wire.order.v1.OrderLineType;
import org.throughline.wire.order.v1.OrderQueryType;
import org.throughline.wire.order.v1.OrderRecordType;
import org.throughline.wire.order.v1.OutcomeType;
import org.throughline.wire.order.v1.PlacementAnswerType;
import org.throughline.wire.order.v1.PlacementOutcomeType;
import org.throughline.wire.order.v1.PlacementRequestType;
import org.throughline.wire.order.v1.ProgressType;

/** One order, told from the first look at the customer to the credit note. */
final class Story {

    private static final String CUSTOMER = "Abbey Engineering";
    private static final String ITEM = "HE001";
    private static final String WAREHOUSE = "LON";
    /** Near enough to find a quantity that is more than the credit allows. */
    private static final BigDecimal PRICE = BigDecimal.valueOf(100);

    private static final byte[] SIGNATURE = "%PDF-1.4 signed".getBytes(StandardCharsets.UTF_8);

    private final Face crm;
    private final BackOffice backOffice;

    Story(Face crm, BackOffice backOffice) {
        this.crm = crm;
        this.backOffice = backOffice;
    }

    void tell() throws Exception {
        AccountRefType account = findTheCustomer();
        CreditRecordType credit = lookAtCredit(account);

        receive(BigDecimal.TEN, WAREHOUSE);
        OfferRecordType offer = makeAnOffer(account, moreThan(credit.getHeadroom()));
        assertThat(offer.getOutcome()).isEqualTo(OutcomeType.HELD);

        DocumentRefType order = orderIt(offer);
        itIsHeldForCredit(order);

        String payment = pay(account, offer.getTotals().getGross());
        itIsReleased(order);

        String first = shipWhatIsAllocated(order);
        itIsUnderWayInPart(account, order, first);
        goodsArriveFor(order);
        String second = shipWhatIsAllocated(order);
        itIsUnderWayInWhole(account, order);

        deliver(first, "A. Abbey");
        assertThat(seen(order).getStatus().getDelivery()).isEqualTo(DeliveryType.SHIPPED);
        deliver(second, "B. Abbey");
        itIsDeliveredWithProof(account, order, second, "B. Abbey");

        settle(
                payment,
                theInvoicesComeToTheOrder(account, order, offer.getTotals().getGross()));
        theInvoicesArePaid(order, account);

        oneIsReturnedAndCredited(account, order);
        theTimeLineTellsItAll(order);
    }

    private AccountRefType findTheCustomer() throws Exception {
        AccountSearchType search = new AccountSearchType();
        search.setName(CUSTOMER);
        return crm.accounts().findAccounts(search).getAccount().get(0).getRef();
    }

    private CreditRecordType lookAtCredit(AccountRefType account) throws Exception {
        CreditQueryType query = new CreditQueryType();
        query.setCustomer(customer(account));
        CreditRecordType credit =
                crm.accounts().getCreditStatus(query).getCredit().get(0);
        assertThat(credit.isOnHold()).isFalse();
        return credit;
    }

    private static BigDecimal moreThan(BigDecimal headroom) {
        return headroom.max(PRICE).divide(PRICE, 0, RoundingMode.CEILING);
    }

    private OfferRecordType makeAnOffer(AccountRefType account, BigDecimal quantity) throws Exception {
        LineInputType line = new LineInputType();
        line.setItem(ITEM);
        line.setQuantity(quantity);
        OrderInputType wanted = new OrderInputType();
        wanted.setCustomer(customer(account));
        wanted.setCustomerReference("Story of " + crm);
        wanted.setOnCreditShortage(CreditPolicyType.HOLD);
        wanted.getLine().add(line);
        OfferRequestType request = new OfferRequestType();
        request.setRequestId(UUID.randomUUID().toString());
        request.setOrder(wanted);
        return crm.orders().createOffer(request).getOffer();
    }

    private DocumentRefType orderIt(OfferRecordType offer) throws Exception {
        OfferAcceptanceType acceptance = new OfferAcceptanceType();
        acceptance.setToken(offer.getToken());
        PlacementRequestType request = new PlacementRequestType();
        request.setRequestId(UUID.randomUUID().toString());
        request.setOffer(acceptance);
        PlacementAnswerType placed = crm.orders().createOrder(request);
        assertThat(placed.getOutcome()).isEqualTo(PlacementOutcomeType.HELD);
        assertThat(crm.orders().createOrder(request).getOrder().getRef().getId())
                .as("the order of the same request")
                .isEqualTo(placed.getOrder().getRef().getId());
        assertThat(placed.getOrder().getTotals().getGross())
                .isEqualByComparingTo(offer.getTotals().getGross());
        return placed.getOrder().getRef();
    }

    private void itIsHeldForCredit(DocumentRefType order) throws Exception {
        OrderRecordType held = seen(order);
        assertThat(held.getStatus().getApproval()).isEqualTo(ApprovalType.PENDING);
        assertThat(held.getHold()).extracting(OrderHoldType::getReason).containsExactly(HoldReasonType.CREDIT);
    }

    private String pay(AccountRefType account, BigDecimal amount) {
        return backOffice
                .does(
                        "/payments",
                        Map.of("account", account.getId(), "amount", amount.toPlainString(), "method", "TRANSFER"))
                .get("payment")
                .asString();
    }

    private void itIsReleased(DocumentRefType order) throws Exception {
        OrderRecordType released = seen(order);
        assertThat(released.getStatus().getApproval()).isEqualTo(ApprovalType.APPROVED);
        assertThat(released.getHold()).isEmpty();
        assertThat(kinds(released)).contains(EventKindType.RELEASED);
    }

    private String shipWhatIsAllocated(DocumentRefType order) throws Exception {
        OrderLineType line = seen(order).getLine().get(0);
        assertThat(line.getAllocated()).isPositive();
        Map<String, Object> part =
                Map.of("line", line.getNumber(), "quantity", line.getAllocated().toPlainString());
        return backOffice
                .does(
                        "/orders/" + order.getId() + "/shipments",
                        Map.of("lines", List.of(part), "carrier", "Parcel Force", "consignment", "PF-1"))
                .get("shipment")
                .stringValue();
    }

    private void itIsUnderWayInPart(AccountRefType account, DocumentRefType order, String shipment) throws Exception {
        OrderRecordType partly = seen(order);
        assertThat(partly.getStatus().getDelivery()).isEqualTo(DeliveryType.PARTIAL);
        assertThat(partly.getStatus().getInvoicing()).isEqualTo(ProgressType.PARTIAL);
        assertThat(partly.getLine().get(0).getBackordered()).isPositive();
        assertThat(shipmentsOf(account, order))
                .extracting(each -> each.getRef().getId())
                .containsExactly(shipment);
    }

    private void goodsArriveFor(DocumentRefType order) throws Exception {
        OrderLineType line = seen(order).getLine().get(0);
        receive(line.getBackordered(), line.getWarehouse());
    }

    private void receive(BigDecimal quantity, String warehouse) {
        backOffice.does(
                "/stock/receipts", Map.of("item", ITEM, "warehouse", warehouse, "quantity", quantity.toPlainString()));
    }

    private void itIsUnderWayInWhole(AccountRefType account, DocumentRefType order) throws Exception {
        OrderRecordType whole = seen(order);
        assertThat(whole.getStatus().getDelivery()).isEqualTo(DeliveryType.SHIPPED);
        assertThat(whole.getStatus().getInvoicing()).isEqualTo(ProgressType.FULL);
        assertThat(shipmentsOf(account, order)).hasSize(2);
    }

    private void deliver(String shipment, String signedBy) {
        Map<String, Object> document = Map.of(
                "mediaType", "application/pdf", "content", Base64.getEncoder().encodeToString(SIGNATURE));
        Map<String, Object> proof = Map.of(
                "signedBy", signedBy, "signedAt", "2026-11-15T09:30:00Z", "place", "Goods in", "document", document);
        backOffice.does("/shipments/" + shipment + "/delivery", Map.of("proof", proof));
    }

    private void itIsDeliveredWithProof(AccountRefType account, DocumentRefType order, String shipment, String signedBy)
            throws Exception {
        assertThat(seen(order).getStatus().getDelivery()).isEqualTo(DeliveryType.DELIVERED);
        assertThat(shipmentsOf(account, order))
                .extracting(ShipmentRecordType::getStatus)
                .containsOnly(ShipmentStatusType.DELIVERED);
        ProofQueryType query = new ProofQueryType();
        query.setShipment(document(shipment));
        ProofRecordType proof = crm.history().getProofOfDelivery(query).getProof();
        assertThat(proof.getSignedBy()).isEqualTo(signedBy);
        assertThat(proof.getPlace()).isEqualTo("Goods in");
        assertThat(proof.getDocument().getContent()).isEqualTo(SIGNATURE);
    }

    private List<InvoiceSummaryType> theInvoicesComeToTheOrder(
            AccountRefType account, DocumentRefType order, BigDecimal gross) throws Exception {
        List<InvoiceSummaryType> invoices = invoices(account, order, InvoiceKindType.INVOICE);
        assertThat(invoices).hasSize(2);
        assertThat(invoices.stream().map(InvoiceSummaryType::getGross).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(gross);
        return invoices;
    }

    /** Each invoice is settled in two parts of the payment. */
    private void settle(String payment, List<InvoiceSummaryType> invoices) {
        for (InvoiceSummaryType invoice : invoices) {
            BigDecimal half = invoice.getGross().divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
            settle(payment, invoice, half);
            settle(payment, invoice, invoice.getGross().subtract(half));
        }
    }

    private void settle(String payment, InvoiceSummaryType invoice, BigDecimal part) {
        Map<String, Object> allocation = Map.of("invoice", invoice.getRef().getId(), "amount", part.toPlainString());
        backOffice.does("/payments/" + payment + "/allocations", Map.of("allocations", List.of(allocation)));
    }

    private void theInvoicesArePaid(DocumentRefType order, AccountRefType account) throws Exception {
        assertThat(invoices(account, order, InvoiceKindType.INVOICE)).allSatisfy(invoice -> {
            assertThat(invoice.getStatus()).isEqualTo(InvoiceStatusType.PAID);
            assertThat(invoice.getOutstanding()).isEqualByComparingTo(BigDecimal.ZERO);
        });
    }

    private void oneIsReturnedAndCredited(AccountRefType account, DocumentRefType order) throws Exception {
        Map<String, Object> line =
                Map.of("line", 1, "quantity", "1", "reasonCode", "DAMAGED", "reason", "Broken glass");
        String id = backOffice
                .does("/returns", Map.of("order", order.getId(), "lines", List.of(line)))
                .get("id")
                .stringValue();
        assertThat(theReturn(account, id).getState()).isEqualTo(ReturnStateType.REQUESTED);
        backOffice.does("/returns/" + id + "/authorise", Map.of());
        backOffice.does("/returns/" + id + "/receive", Map.of());
        assertThat(theReturn(account, id).getState()).isEqualTo(ReturnStateType.RECEIVED);
        backOffice.does("/returns/" + id + "/credit", Map.of());
        ReturnRecordType credited = theReturn(account, id);
        assertThat(credited.getState()).isEqualTo(ReturnStateType.CREDITED);
        assertThat(creditNote(credited).getLine()).singleElement().satisfies(credit -> {
            assertThat(credit.getItem()).isEqualTo(ITEM);
            assertThat(credit.getQuantity()).isEqualByComparingTo(BigDecimal.ONE);
        });
    }

    private InvoiceRecordType creditNote(ReturnRecordType credited) throws Exception {
        InvoiceQueryType query = new InvoiceQueryType();
        query.setInvoice(credited.getCreditNote().get(0));
        InvoiceRecordType note = crm.history().getInvoice(query).getInvoice();
        assertThat(note.getSummary().getKind()).isEqualTo(InvoiceKindType.CREDIT_NOTE);
        return note;
    }

    private void theTimeLineTellsItAll(DocumentRefType order) throws Exception {
        OrderRecordType whole = seen(order);
        assertThat(kinds(whole))
                .containsSubsequence(
                        EventKindType.CREATED,
                        EventKindType.HELD,
                        EventKindType.RELEASED,
                        EventKindType.SHIPPED,
                        EventKindType.INVOICED,
                        EventKindType.ALLOCATED,
                        EventKindType.SHIPPED,
                        EventKindType.INVOICED,
                        EventKindType.DELIVERED,
                        EventKindType.DELIVERED,
                        EventKindType.PAID,
                        EventKindType.RETURNED,
                        EventKindType.CREDITED);
        assertThat(whole.getEvent()).extracting(event -> event.getActor()).contains("Robin");
    }

    private OrderRecordType seen(DocumentRefType order) throws Exception {
        OrderQueryType query = new OrderQueryType();
        query.setOrder(order);
        return crm.orders().getOrder(query).getOrder();
    }

    private List<ShipmentRecordType> shipmentsOf(AccountRefType account, DocumentRefType order) throws Exception {
        ShipmentSearchType search = new ShipmentSearchType();
        search.setCustomer(customer(account));
        search.setOrder(order.getId());
        return crm.history().findShipments(search).getShipment();
    }

    private List<InvoiceSummaryType> invoices(AccountRefType account, DocumentRefType order, InvoiceKindType kind)
            throws Exception {
        InvoiceSearchType search = new InvoiceSearchType();
        search.setCustomer(customer(account));
        search.setKind(kind);
        return crm.history().findInvoices(search).getInvoice().stream()
                .filter(invoice ->
                        invoice.getOrder() != null && invoice.getOrder().getId().equals(order.getId()))
                .toList();
    }

    private ReturnRecordType theReturn(AccountRefType account, String id) throws Exception {
        ReturnSearchType search = new ReturnSearchType();
        search.setCustomer(customer(account));
        return crm.history().findReturns(search).getEntry().stream()
                .filter(each -> each.getRef().getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<EventKindType> kinds(OrderRecordType order) {
        return order.getEvent().stream().map(event -> event.getKind()).toList();
    }

    private static CustomerRefType customer(AccountRefType account) {
        CustomerRefType customer = new CustomerRefType();
        customer.setAccount(account);
        return customer;
    }

    private static DocumentRefType document(String id) {
        DocumentRefType document = new DocumentRefType();
        document.setId(id);
        return document;
    }
}
