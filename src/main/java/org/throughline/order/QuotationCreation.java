package org.throughline.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/**
 * How requests for a quotation are carried out. They are not queued: nobody waits for a quotation that comes some hours
 * later.
 */
record QuotationCreation(Erp erp, Quotations quotations, OrderDesk desk, Clock clock)
        implements Procedure<QuotationRequest, Quotation> {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    @Override
    public RequestKind kind() {
        return RequestKind.CREATE_QUOTATION;
    }

    @Override
    public boolean isQueued() {
        return false;
    }

    @Override
    public Work<Quotation> open(Received<QuotationRequest> request) {
        return new Quoting(request.key().reference(), request.demand());
    }

    @Override
    public Quotation read(DocumentRef document) {
        return quotations.get(document.quotationId(), MaxAge.LIVE).value();
    }

    /** One quotation while it is made. */
    private final class Quoting implements Work<Quotation> {

        private final String reference;
        private final QuotationRequest request;
        private OrderContent content;

        private Quoting(String reference, QuotationRequest request) {
            this.reference = reference;
            this.request = request;
        }

        @Override
        public Optional<Made<Quotation>> earlier() {
            return quotations.findByReference(reference).map(Made::of);
        }

        @Override
        public void decide() {
            erp.require(Operation.CREATE_QUOTATION);
            requireValidity(request.validUntil());
            OrderContent priced = desk.draft(request.order().waiting()).content();
            content = OrderContents.reserving(
                    priced,
                    priced.lines().stream().map(line -> LinePromise.NOTHING).toList());
        }

        @Override
        public Made<Quotation> handOver(Fence fence) {
            fence.check();
            LocalDate until = request.validUntil() == null ? today().plusDays(USUAL_DAYS) : request.validUntil();
            return Made.of(quotations.create(reference, content, until));
        }

        @Override
        public void committed(Made<Quotation> made) {
            // Nobody else has to know.
        }

        @Override
        public void refused() {
            // Nothing was taken that would have to be given back.
        }
    }

    private void requireValidity(LocalDate until) {
        LocalDate last = today().plusDays(MOST_DAYS);
        if (until != null && (until.isBefore(today()) || until.isAfter(last))) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE
                    .at("validUntil", "A quotation cannot be valid for so long, or have expired already.")
                    .withRemedy(Remedy.oneOf("This is the last day possible.", List.of(last.toString()))));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
