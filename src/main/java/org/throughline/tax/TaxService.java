package org.throughline.tax;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/** Computes the tax of documents that need not have to do with anything in the ERP. */
public final class TaxService {

    private final Erp erp;
    private final TaxRules rules;
    private final Clock clock;

    public TaxService(Erp erp, TaxRules rules, Clock clock) {
        this.erp = erp;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Computes a document's tax.
     *
     * @throws ServiceFault TOO_MANY_LINES, or all of INVALID_VALUE and NO_TAX_RULE
     */
    public Answer<TaxStatement> calculate(TaxRequest request, MaxAge maxAge) {
        erp.require(Operation.CALCULATE_TAX);
        TaxRequestRules.check(request);
        LocalDate date = request.date() == null ? LocalDate.now(clock) : request.date();
        if (request.isStated()) {
            return Answer.live(statement(request, date, null), Instant.now(clock));
        }
        Supply supply = supply(request, date);
        return rules.of(TaxDetermination.countriesOf(supply), maxAge)
                .map(found -> statement(request, date, new TaxDetermination(supply, found)));
    }

    private static Supply supply(TaxRequest request, LocalDate date) {
        TaxPlace place =
                request.shipTo() == null ? new TaxPlace(request.buyer().country(), null, null) : request.shipTo();
        return new Supply(request.seller(), request.buyer(), place, date);
    }

    private static TaxStatement statement(TaxRequest request, LocalDate date, TaxDetermination determination) {
        Violations violations = new Violations();
        TaxableDocument document = new TreatmentFinder(determination, violations).document(request);
        violations.throwIfAny();
        return new TaxStatement(request, date, TaxCalculator.calculate(document));
    }
}
