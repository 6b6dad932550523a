package org.throughline.tax;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.throughline.shared.Answer;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxIds;
import org.throughline.shared.Violations;

/** Computes the tax of documents that need not have to do with anything in the ERP. */
public final class TaxService {

    private final Erp erp;
    private final TaxRules rules;
    private final TaxIds taxIds;
    private final RoundingLevel rounding;
    private final Clock clock;

    /** @param rounding where tax is rounded when a request does not say */
    public TaxService(Erp erp, TaxRules rules, TaxIds taxIds, RoundingLevel rounding, Clock clock) {
        this.erp = erp;
        this.rules = rules;
        this.taxIds = taxIds;
        this.rounding = rounding;
        this.clock = clock;
    }

    /**
     * Computes a document's tax.
     *
     * @throws ServiceFault TOO_MANY_LINES; or all of INVALID_VALUE, INVALID_TAX_ID, CONTRADICTORY_PARTIES and
     *     EXEMPTION_NOT_VALID; or all of NO_TAX_RULE, UNKNOWN_TAX_CLASS and TAX_PLACE_INCOMPLETE
     */
    public Answer<TaxStatement> calculate(TaxRequest asked, MaxAge maxAge) {
        erp.require(Operation.CALCULATE_TAX);
        TaxRequest request = asked.withDefaults(LocalDate.now(clock), rounding);
        TaxRequestRules.check(request, taxIds);
        if (request.isStated()) {
            return Answer.live(statement(request, null), Instant.now(clock));
        }
        Supply supply = request.supply();
        return rules.of(TaxDetermination.countriesOf(supply), maxAge)
                .map(found -> statement(request, new TaxDetermination(supply, found)));
    }

    private static TaxStatement statement(TaxRequest request, TaxDetermination determination) {
        Violations violations = new Violations();
        TaxableDocument document = new TreatmentFinder(determination, violations).document(request);
        violations.throwIfAny();
        return new TaxStatement(request, request.date(), TaxCalculator.calculate(document));
    }
}
