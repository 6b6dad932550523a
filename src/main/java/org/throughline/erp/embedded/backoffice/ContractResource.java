package org.throughline.erp.embedded.backoffice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.throughline.erp.embedded.ContractDesk;
import org.throughline.erp.embedded.ContractDesk.EntryKind;

/** What happens under service contracts. */
@BackOfficeResource
@RequestMapping("/backoffice/contracts/{id}")
class ContractResource {

    private static final int LONGEST_ID = 60;
    private static final int LONGEST_TEXT = 500;

    private final ContractDesk desk;

    ContractResource(ContractDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/cases")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView open(@PathVariable String id, Body body) {
        Call call = body.as(Call::of);
        return new CaseView(
                desk.openCase(id, call.item(), call.summary(), call.by().who()));
    }

    @PostMapping("/entries")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void book(@PathVariable String id, Body body) {
        Booking booking = body.as(Booking::of);
        desk.book(id, booking.toEntry(), booking.by().who());
    }

    private record Call(String item, String summary, Doer by) {
        private static Call of(Fields fields) {
            return new Call(
                    fields.optionalText("item", LONGEST_ID), fields.text("summary", LONGEST_TEXT), Doer.of(fields));
        }
    }

    private record Booking(
            EntryKind kind, BigDecimal amount, LocalDate bookedOn, String serviceCase, String description, Doer by) {

        private static Booking of(Fields fields) {
            return new Booking(
                    fields.choice("kind", EntryKind.class),
                    fields.amount("amount"),
                    fields.optionalDate("bookedOn"),
                    fields.optionalText("case", LONGEST_ID),
                    fields.optionalText("description", LONGEST_TEXT),
                    Doer.of(fields));
        }

        private ContractDesk.Entry toEntry() {
            return new ContractDesk.Entry(kind, amount, bookedOn, serviceCase, description);
        }
    }

    /** Its number is new. */
    private record CaseView(String caseId) {}
}
