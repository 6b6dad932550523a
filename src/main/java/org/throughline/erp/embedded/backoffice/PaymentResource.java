package org.throughline.erp.embedded.backoffice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.throughline.erp.embedded.Allocation;
import org.throughline.erp.embedded.CreditReview;
import org.throughline.erp.embedded.EmbeddedErp;
import org.throughline.erp.embedded.Payments;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OrderId;
import org.throughline.shared.ServiceFault;

/** Money that came in, what it settles, and what it sets free. */
@BackOfficeResource
@RequestMapping("/backoffice")
class PaymentResource {

    private static final int LONGEST_ID = 60;
    private static final int LONGEST_REFERENCE = 200;

    private final Payments payments;
    private final CreditReview review;
    private final String dataset;

    PaymentResource(Payments payments, CreditReview review, EmbeddedErp erp) {
        this.payments = payments;
        this.review = review;
        this.dataset = erp.dataset();
    }

    @PostMapping("/payments")
    @ResponseStatus(HttpStatus.CREATED)
    PaymentView receive(Body body) {
        Received received = body.as(Received::of);
        return PaymentView.of(
                payments.receive(received.receipt(dataset), received.by().who()));
    }

    @GetMapping("/payments/{id}")
    PaymentView get(@PathVariable String id) {
        return PaymentView.of(payments.get(number(id)));
    }

    @PostMapping("/payments/{id}/allocations")
    PaymentView allocate(@PathVariable String id, Body body) {
        Allocating wanted = body.as(Allocating::of);
        return PaymentView.of(payments.allocate(
                number(id), wanted.toAllocations(), wanted.by().who()));
    }

    /** For when the credit became better otherwise, such as by a higher limit. */
    @PostMapping("/accounts/{id}/credit-review")
    ReviewView review(@PathVariable String id, Body body) {
        Explained wanted = body.as(Explained::of);
        List<OrderId> released =
                review.of(new AccountId(dataset, id), wanted.why() + " (asked for by " + wanted.by() + ")");
        return new ReviewView(released.stream().map(OrderId::value).toList());
    }

    /** What is no number is no payment. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException otherForm) {
            throw new ServiceFault(ErrorCode.PAYMENT_NOT_FOUND.at("payment"), otherForm);
        }
    }

    private record Received(
            String account,
            BigDecimal amount,
            Currency currency,
            LocalDate receivedOn,
            String method,
            String reference,
            List<Part> allocations,
            Doer by) {

        private static Received of(Fields fields) {
            return new Received(
                    fields.text("account", LONGEST_ID),
                    fields.amount("amount"),
                    fields.optionalCurrency("currency"),
                    fields.optionalDate("receivedOn"),
                    fields.optionalText("method", LONGEST_ID),
                    fields.optionalText("reference", LONGEST_REFERENCE),
                    fields.optionalList("allocations", Part::of),
                    Doer.of(fields));
        }

        private Payments.Receipt receipt(String dataset) {
            return new Payments.Receipt(
                    new AccountId(dataset, account),
                    amount,
                    currency,
                    receivedOn,
                    method,
                    reference,
                    allocations.stream().map(Part::toAllocation).toList());
        }
    }

    /** What settles which invoices. */
    record Allocating(List<Part> allocations, Doer by) {

        static Allocating of(Fields fields) {
            return new Allocating(fields.list("allocations", Part::of), Doer.of(fields));
        }

        List<Allocation> toAllocations() {
            return allocations.stream().map(Part::toAllocation).toList();
        }
    }

    record Part(String invoice, BigDecimal amount) {

        static Part of(Fields fields) {
            return new Part(fields.text("invoice", LONGEST_ID), fields.amount("amount"));
        }

        Allocation toAllocation() {
            return new Allocation(invoice, amount);
        }
    }

    private record ReviewView(List<String> released) {}

    private record PaymentView(
            String payment,
            String account,
            String amount,
            String currency,
            String receivedOn,
            String method,
            String reference,
            String unallocated,
            List<PartView> allocations) {

        private static PaymentView of(Payments.Payment payment) {
            return new PaymentView(
                    String.valueOf(payment.id()),
                    payment.account(),
                    payment.amount().toPlainString(),
                    payment.currency().getCurrencyCode(),
                    payment.receivedOn().toString(),
                    payment.method(),
                    payment.reference(),
                    payment.unallocated().toPlainString(),
                    payment.allocations().stream()
                            .map(each ->
                                    new PartView(each.invoice(), each.amount().toPlainString()))
                            .toList());
        }
    }

    private record PartView(String invoice, String amount) {}
}
