package org.throughline.erp.embedded.backoffice;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.throughline.erp.embedded.CreditNotes;
import org.throughline.erp.embedded.EmbeddedErp;
import org.throughline.erp.embedded.OrderInvoicing;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;

/** Invoices of orders, and credit notes for invoices. */
@BackOfficeResource
@RequestMapping("/backoffice")
class InvoicingResource {

    private final OrderInvoicing invoicing;
    private final CreditNotes creditNotes;
    private final String dataset;

    InvoicingResource(OrderInvoicing invoicing, CreditNotes creditNotes, EmbeddedErp erp) {
        this.invoicing = invoicing;
        this.creditNotes = creditNotes;
        this.dataset = erp.dataset();
    }

    @PostMapping("/orders/{id}/invoices")
    @ResponseStatus(HttpStatus.CREATED)
    InvoiceView invoice(@PathVariable String id, Body body) {
        Invoicing wanted = body.as(Invoicing::of);
        OrderId order = new OrderId(dataset, id);
        Map<Integer, BigDecimal> quantities = wanted.lines().byLine();
        return InvoiceView.of(
                quantities.isEmpty()
                        ? invoicing.invoiceRest(order, wanted.by().who())
                        : invoicing.invoice(order, quantities, wanted.by().who()));
    }

    @PostMapping("/invoices/{id}/credit-notes")
    @ResponseStatus(HttpStatus.CREATED)
    InvoiceView credit(@PathVariable String id, Body body) {
        Credit wanted = body.as(Credit::of);
        return InvoiceView.of(creditNotes.credit(
                new InvoiceId(dataset, id),
                wanted.lines().byLine(),
                !wanted.keepOpen(),
                wanted.by().who()));
    }

    @PostMapping("/credit-notes/{id}/allocations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void allocate(@PathVariable String id, Body body) {
        PaymentResource.Allocating wanted = body.as(PaymentResource.Allocating::of);
        creditNotes.allocate(
                new InvoiceId(dataset, id), wanted.toAllocations(), wanted.by().who());
    }

    private record Invoicing(Quantities.Lines lines, Doer by) {
        private static Invoicing of(Fields fields) {
            return new Invoicing(Quantities.of(fields), Doer.of(fields));
        }
    }

    /** A credit note has to be explained. */
    private record Credit(Quantities.Lines lines, boolean keepOpen, Explained by) {
        private static Credit of(Fields fields) {
            return new Credit(Quantities.of(fields), fields.flag("keepOpen"), Explained.of(fields));
        }
    }

    private record InvoiceView(String invoice) {
        private static InvoiceView of(InvoiceId id) {
            return new InvoiceView(id.value());
        }
    }
}
