package org.throughline.account;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.throughline.account.OpenDocument.Kind;
import org.throughline.account.Release.Payment;

/** Finds the smallest payment that releases an order. */
final class ReleaseFinder {

    private static final Comparator<CountedDocument> BLOCKING_THEN_OLDEST = comparing(CountedDocument::blocks)
            .reversed()
            .thenComparing(each -> each.document().dueOn())
            .thenComparing(each -> each.document().id());

    private final List<CountedDocument> documents;
    private final boolean cashCounts;
    private final List<Payment> payments = new ArrayList<>();
    private BigDecimal excess;
    private BigDecimal paid;

    /**
     * @param excess by how much the order exceeds the headroom; zero or less when it does not
     * @param cashCounts whether money that is not set against an invoice reduces the credit in use
     */
    ReleaseFinder(List<CountedDocument> documents, BigDecimal excess, boolean cashCounts) {
        this.documents = documents;
        this.excess = excess;
        this.cashCounts = cashCounts;
        this.paid = excess.subtract(excess);
    }

    /** @return empty when no payment helps, because the rules do not count what could be paid */
    Optional<Release> find() {
        documents.stream()
                .filter(each -> each.document().kind() == Kind.INVOICE)
                .sorted(BLOCKING_THEN_OLDEST)
                .forEach(this::consider);
        BigDecimal rest = excess.max(BigDecimal.ZERO.setScale(excess.scale()));
        return rest.signum() > 0 && !cashCounts
                ? Optional.empty()
                : Optional.of(new Release(paid.add(rest), payments, rest));
    }

    private void consider(CountedDocument invoice) {
        BigDecimal open = invoice.document().value();
        if (invoice.blocks()) {
            pay(invoice, open);
        } else if (excess.signum() > 0 && invoice.counted().signum() > 0) {
            pay(invoice, open.min(excess));
        }
    }

    private void pay(CountedDocument invoice, BigDecimal amount) {
        payments.add(new Payment(invoice.document(), amount));
        paid = paid.add(amount);
        if (invoice.counted().signum() > 0) {
            excess = excess.subtract(amount);
        }
    }
}
