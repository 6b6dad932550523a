package org.throughline.account;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.throughline.account.OpenDocument.Kind;
import org.throughline.shared.Money;

/** Adds up open documents: each is rounded before, so that the sums are those of what is listed. */
final class CreditSums {

    private static final int BUCKET_DAYS = 30;
    private static final int LAST_BUCKET = 4;

    private final BigDecimal zero;
    private final List<CountedDocument> documents;

    CreditSums(Currency currency, List<CountedDocument> documents) {
        this.zero = Money.zero(currency).amount();
        this.documents = documents;
    }

    BigDecimal zero() {
        return zero;
    }

    BigDecimal of(Kind first, Kind... others) {
        EnumSet<Kind> kinds = EnumSet.of(first, others);
        return sum(each -> kinds.contains(each.document().kind()));
    }

    /** What the documents add up to less what of them is counted. */
    BigDecimal notCounted() {
        return documents.stream()
                .map(each ->
                        each.document().kind().signed(each.document().value()).subtract(each.counted()))
                .reduce(zero, BigDecimal::add);
    }

    AgedBalances invoices() {
        return new AgedBalances(bucket(0), bucket(1), bucket(2), bucket(3), bucket(LAST_BUCKET));
    }

    private BigDecimal bucket(int number) {
        return sum(each -> each.document().kind() == Kind.INVOICE && bucketOf(each.daysOverdue()) == number);
    }

    /** 0 for what is not overdue, 1 for 1 to 30 days, 2 for 31 to 60 ... */
    private static int bucketOf(long daysOverdue) {
        return (int) Math.min(LAST_BUCKET, (daysOverdue + BUCKET_DAYS - 1) / BUCKET_DAYS);
    }

    private BigDecimal sum(Predicate<CountedDocument> which) {
        return documents.stream()
                .filter(which)
                .map(each -> each.document().value())
                .reduce(zero, BigDecimal::add);
    }
}
