package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.erp.embedded.Debts.Debt;
import org.throughline.history.InvoiceKind;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** What a payment or credit note may settle: invoices of its own account and currency, with no more than is left. */
final class AllocationRules {

    /** What decides about one allocation; paths are those within it. */
    private interface Rule {
        /** @return null when nothing is wrong */
        Violation check(Source source, Allocation allocation, Debt debt);
    }

    private static final List<Rule> IN_ORDER = List.of(
            AllocationRules::isAnInvoice,
            AllocationRules::hasTheCurrency,
            AllocationRules::isAnAmount,
            AllocationRules::isNoMoreThanIsOwed);

    /**
     * Where the money comes from.
     *
     * @param left what is not allocated yet
     */
    record Source(String account, Currency currency, BigDecimal left) {}

    private AllocationRules() {}

    /**
     * Adds whatever is wrong with the allocations, at {@code allocations[n]}.
     *
     * @param debts the invoices by id
     */
    static void check(Source source, List<Allocation> allocations, Map<String, Debt> debts, Violations violations) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < allocations.size(); i++) {
            String path = "allocations[" + i + "]";
            Allocation allocation = allocations.get(i);
            Debt debt = debts.get(allocation.invoice());
            if (debt == null || !debt.account().equals(source.account())) {
                violations.add(ErrorCode.INVOICE_NOT_FOUND.at(path + ".invoice", "The account has no such invoice."));
            } else if (!seen.add(debt.id())) {
                violations.add(ErrorCode.INVALID_VALUE.at(path + ".invoice", "The invoice stands here twice."));
            } else {
                check(source, allocation, debt, path, violations);
            }
        }
        BigDecimal sum = allocations.stream().map(Allocation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(source.left()) > 0) {
            violations.add(exceeds("allocations", "Together they are more than is left to allocate.", source.left()));
        }
    }

    /** Whether it is above zero and has no more decimals than the currency. */
    static boolean isAmountOf(Currency currency, BigDecimal amount) {
        return amount.signum() > 0 && amount.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits();
    }

    private static void check(Source source, Allocation allocation, Debt debt, String path, Violations violations) {
        for (Rule rule : IN_ORDER) {
            Violation wrong = rule.check(source, allocation, debt);
            if (wrong != null) {
                violations.add(wrong.at(path + "." + wrong.path()));
                return;
            }
        }
    }

    private static Violation isAnInvoice(Source source, Allocation allocation, Debt debt) {
        return debt.kind() == InvoiceKind.INVOICE
                ? null
                : ErrorCode.INVALID_VALUE.at("invoice", "A credit note asks for no money.");
    }

    private static Violation hasTheCurrency(Source source, Allocation allocation, Debt debt) {
        return debt.currency().equals(source.currency())
                ? null
                : ErrorCode.INVALID_VALUE
                        .at("invoice", "The invoice is in another currency: nothing is converted here.")
                        .withRemedy(Remedy.of("Settle it with money or credit in its own currency."));
    }

    private static Violation isAnAmount(Source source, Allocation allocation, Debt debt) {
        return isAmountOf(source.currency(), allocation.amount())
                ? null
                : ErrorCode.INVALID_VALUE.at(
                        "amount", "It must be above zero and have no more decimals than the currency.");
    }

    private static Violation isNoMoreThanIsOwed(Source source, Allocation allocation, Debt debt) {
        return allocation.amount().compareTo(debt.left()) <= 0
                ? null
                : exceeds("amount", "It is more than is left to pay on the invoice.", debt.left());
    }

    private static Violation exceeds(String path, String message, BigDecimal most) {
        return new Violation(ErrorCode.AMOUNT_EXCEEDED, path, message, Remedy.atMost("What is left.", most));
    }
}
