package org.throughline.tax;

import static org.throughline.shared.ErrorCode.INVALID_VALUE;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxIds;
import org.throughline.shared.Violations;

/** What a request for tax must fulfil. */
final class TaxRequestRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Amounts of lines stay below; the totals of the largest document then still fit the contract. */
    private static final BigDecimal AMOUNT_LIMIT = BigDecimal.TEN.pow(11);

    private final TaxRequest request;
    private final Violations violations = new Violations();

    private TaxRequestRules(TaxRequest request) {
        this.request = request;
    }

    /**
     * @param request with a date
     * @throws ServiceFault TOO_MANY_LINES or all of INVALID_VALUE, INVALID_TAX_ID, CONTRADICTORY_PARTIES and
     *     EXEMPTION_NOT_VALID
     */
    static void check(TaxRequest request, TaxIds taxIds) {
        TaxRequestRules rules = new TaxRequestRules(request);
        rules.fewLines();
        rules.currencyHasMinorUnit();
        rules.partiesAreKnownWhenNeeded();
        new TaxPartyRules(request, taxIds, rules.violations).check();
        rules.amountsAreSensible();
        rules.violations.throwIfAny();
    }

    private void fewLines() {
        if (request.lines().isEmpty()) {
            throw new ServiceFault(INVALID_VALUE.at("line", "A document has at least one line."));
        }
        int most = Math.max(
                request.lines().size(),
                Math.max(request.allowances().size(), request.charges().size()));
        if (most > TaxRequest.MAX_LINES) {
            Remedy remedy = Remedy.atMost("Split the request.", BigDecimal.valueOf(TaxRequest.MAX_LINES));
            throw new ServiceFault(ErrorCode.TOO_MANY_LINES.at("line").withRemedy(remedy));
        }
    }

    private void currencyHasMinorUnit() {
        if (request.currency().getDefaultFractionDigits() < 0) {
            violations.add(INVALID_VALUE.at("currency", "The currency has no minor unit to round to."));
        }
    }

    private void partiesAreKnownWhenNeeded() {
        if (request.isStated()) {
            return;
        }
        if (request.seller() == null) {
            violations.add(INVALID_VALUE.at("seller", "A tax class needs the seller to be known."));
        }
        if (request.buyer() == null) {
            violations.add(INVALID_VALUE.at("buyer", "A tax class needs the buyer to be known."));
        }
    }

    private void amountsAreSensible() {
        for (int i = 0; i < request.lines().size(); i++) {
            check(request.lines().get(i), "line[" + i + "]");
        }
        check(request.allowances(), "allowance");
        check(request.charges(), "charge");
    }

    private void check(TaxRequest.Line line, String path) {
        if (line.unitPrice().signum() < 0) {
            violations.add(INVALID_VALUE.at(path + ".unitPrice", "A unit price is not negative."));
        }
        if (line.priceBaseQuantity().signum() <= 0) {
            violations.add(INVALID_VALUE.at(path + ".priceBaseQuantity", "A base quantity is above zero."));
        } else if (isTooLarge(line)) {
            violations.add(INVALID_VALUE
                    .at(path + ".quantity", "The amount of the line is too large.")
                    .withRemedy(Remedy.of("Keep it below 100,000,000,000.")));
        }
        check(line.basis(), path);
    }

    private static boolean isTooLarge(TaxRequest.Line line) {
        BigDecimal limit = AMOUNT_LIMIT.multiply(line.priceBaseQuantity());
        return line.quantity().multiply(line.unitPrice()).abs().compareTo(limit) >= 0;
    }

    private void check(List<TaxRequest.Adjustment> adjustments, String name) {
        for (int i = 0; i < adjustments.size(); i++) {
            check(adjustments.get(i).basis(), name + "[" + i + "]");
        }
    }

    private void check(TaxRequest.Basis basis, String path) {
        if (basis instanceof TaxRequest.Basis.Stated stated) {
            BigDecimal rate = stated.treatment().ratePercent();
            if (rate.signum() < 0 || rate.compareTo(HUNDRED) > 0) {
                violations.add(INVALID_VALUE.at(path + ".treatment.ratePercent", "A rate is 0 to 100 percent."));
            } else if (rate.signum() > 0 && !stated.treatment().category().isTaxed()) {
                violations.add(INVALID_VALUE
                        .at(path + ".treatment.ratePercent", "The category is not taxed.")
                        .withRemedy(Remedy.of("Leave the rate out.")));
            }
        }
    }
}
