package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.account.OpenDocument.Kind;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;

/** What counts by which rules, and which payment releases an order. */
class CreditControlTest {

    private static final AccountId ACCOUNT = new AccountId("main", "A");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-15");

    private final List<OpenDocument> documents = new ArrayList<>();
    private CreditRules rules = CreditRules.DEFAULT;
    private boolean onHold;

    @Test
    void theArithmeticOfTheHandbookExample() {
        handbook();
        CreditStatus status = status("1000.00");
        assertThat(status.openInvoices()).isEqualTo("500.00");
        assertThat(status.overdue()).isEqualTo("200.00");
        assertThat(status.invoices().days31To60()).isEqualTo("200.00");
        assertThat(status.uninvoicedDeliveries()).isEqualTo("120.00");
        assertThat(status.openOrders()).isEqualTo("310.00");
        assertThat(status.unallocatedCash()).isEqualTo("80.00");
        assertThat(status.exposure()).isEqualTo("850.00");
        assertThat(status.headroom()).contains(new BigDecimal("150.00"));
    }

    @Test
    void whatIsCountedAddsUpToTheExposureWhateverTheRules() {
        handbook();
        for (Set<Kind> counted : List.of(
                EnumSet.allOf(Kind.class),
                EnumSet.noneOf(Kind.class),
                EnumSet.of(Kind.INVOICE),
                EnumSet.complementOf(EnumSet.of(Kind.PAYMENT, Kind.HELD_ORDER)))) {
            rules = new CreditRules(counted, BigDecimal.ZERO, BigDecimal.ZERO, OptionalInt.empty());
            CreditStatus status = status("1000.00");
            assertThat(status.documents().stream()
                            .map(CountedDocument::counted)
                            .reduce(new BigDecimal("0.00"), BigDecimal::add))
                    .isEqualTo(status.exposure());
        }
    }

    @Test
    void kindsThatAreNotCountedUseNoCreditButAreShown() {
        handbook();
        rules = new CreditRules(
                EnumSet.complementOf(EnumSet.of(Kind.HELD_ORDER)),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                OptionalInt.empty());
        CreditStatus status = status("1000.00");
        assertThat(status.openOrders()).isEqualTo("310.00");
        assertThat(status.notCounted()).isEqualTo("60.00");
        assertThat(status.exposure()).isEqualTo("790.00");
    }

    @Test
    void toleranceIsAnAmountAndAPercentageOfTheLimitRoundedDown() {
        handbook();
        rules = new CreditRules(
                CreditRules.DEFAULT.counted(), new BigDecimal("10"), new BigDecimal("2.5559"), OptionalInt.empty());
        CreditStatus status = status("1000.00");
        assertThat(status.tolerance()).isEqualTo("35.55");
        assertThat(status.headroom()).contains(new BigDecimal("185.55"));
        assertThat(status.check(Money.of("185.55", "GBP")).passes()).isTrue();
        assertThat(status.check(Money.of("185.56", "GBP")).passes()).isFalse();
        assertThat(status(null).headroom()).isEmpty();
        assertThat(status(null).tolerance()).isEqualTo("0.00");
    }

    @Test
    void anInvoiceOverdueForMoreThanTheDaysAllowedStopsEverything() {
        handbook();
        rules = overdueDays(45);
        assertThat(verdict("1000.00", "1.00").passes()).isTrue();
        rules = overdueDays(44);
        CreditVerdict verdict = verdict("1000.00", "1.00");
        assertThat(verdict.objections()).containsExactly(ErrorCode.CREDIT_OVERDUE);
        assertThat(verdict.largest()).contains(Money.of("0.00", "GBP"));
        assertThat(verdict("", "1.00").passes()).as("without a limit").isFalse();
    }

    @Test
    void thePaymentThatReleasesIsSetAgainstTheOldestInvoicesTheLastInPart() {
        handbook();
        CreditVerdict verdict = verdict("1000.00", "400.00");
        assertThat(verdict.objections()).containsExactly(ErrorCode.CREDIT_EXCEEDED);
        Release release = verdict.release().orElseThrow();
        assertThat(release.amount()).isEqualTo("250.00");
        assertThat(release.payments())
                .extracting(payment -> payment.invoice().id(), Release.Payment::amount)
                .containsExactly(tuple("IN-1", new BigDecimal("200.00")), tuple("IN-2", new BigDecimal("50.00")));
        assertThat(release.inAdvance()).isEqualTo("0.00");
    }

    @Test
    void whatBlocksIsPaidFirstEvenWhenAnOlderInvoiceIsEnough() {
        open(Kind.INVOICE, "IN-9", "300.00", "2026-10-01");
        rules = overdueDays(30);
        Release release = verdict("1000.00", "1.00").release().orElseThrow();
        assertThat(release.amount()).isEqualTo("300.00");
        assertThat(release.payments()).singleElement().satisfies(payment -> assertThat(payment.amount())
                .isEqualTo("300.00"));
    }

    @Test
    void whenAllInvoicesArePaidTheRestIsPaidInAdvance() {
        handbook();
        Release release = verdict("1000.00", "1000.00").release().orElseThrow();
        assertThat(release.amount()).isEqualTo("850.00");
        assertThat(release.inAdvance()).isEqualTo("350.00");
    }

    @Test
    void noPaymentReleasesWhenCashDoesNotCountAndInvoicesAreNotEnough() {
        handbook();
        rules = new CreditRules(
                EnumSet.complementOf(EnumSet.of(Kind.PAYMENT)), BigDecimal.ZERO, BigDecimal.ZERO, OptionalInt.empty());
        assertThat(verdict("1000.00", "1000.00").release()).isEmpty();
        assertThat(verdict("1000.00", "200.00").release()).isPresent();
    }

    @Test
    void noPaymentReleasesAnAccountOnHold() {
        handbook();
        onHold = true;
        assertThat(verdict("1000.00", "1000.00").release()).isEmpty();
    }

    /** Pays what the answer says and asks again; a cent less must not be enough. */
    @Test
    void thePaymentIsEnoughAndTheSmallestThatIs() {
        handbook();
        rules = overdueDays(30);
        for (String proposed : List.of("1.00", "150.00", "150.01", "351.00", "500.00", "2000.00")) {
            CreditVerdict verdict = verdict("1000.00", proposed);
            BigDecimal amount = verdict.release().orElseThrow().amount();
            assertThat(afterPaying(verdict.release().get(), BigDecimal.ZERO, proposed))
                    .as(proposed)
                    .isTrue();
            assertThat(afterPaying(verdict.release().get(), new BigDecimal("0.01"), proposed))
                    .as("a cent less than %s for %s", amount, proposed)
                    .isFalse();
        }
    }

    private boolean afterPaying(Release release, BigDecimal less, String proposed) {
        List<OpenDocument> before = List.copyOf(documents);
        BigDecimal missing = less;
        for (int i = release.payments().size() - 1; i >= 0; i--) {
            Release.Payment payment = release.payments().get(i);
            BigDecimal paid = release.inAdvance().signum() > 0
                    ? payment.amount()
                    : payment.amount().subtract(missing);
            missing = release.inAdvance().signum() > 0 ? missing : BigDecimal.ZERO;
            documents.remove(payment.invoice());
            BigDecimal left = payment.invoice().value().subtract(paid);
            if (left.signum() > 0) {
                open(
                        Kind.INVOICE,
                        payment.invoice().id(),
                        left.toPlainString(),
                        payment.invoice().dueOn().toString());
            }
        }
        open(Kind.PAYMENT, "ADV", release.inAdvance().subtract(missing).toPlainString(), null);
        boolean passes = verdict("1000.00", proposed).passes();
        documents.clear();
        documents.addAll(before);
        return passes;
    }

    /** The example of docs/credit.md. */
    private void handbook() {
        open(Kind.INVOICE, "IN-1", "200.00", "2026-10-01");
        open(Kind.INVOICE, "IN-2", "300.00", "2026-11-30");
        open(Kind.DELIVERY, "SO-1", "120.00", null);
        open(Kind.ORDER, "SO-2", "250.00", null);
        open(Kind.HELD_ORDER, "SO-3", "60.00", null);
        open(Kind.PAYMENT, "RCPT-1", "50.00", null);
        open(Kind.CREDIT_NOTE, "CN-1", "30.00", null);
    }

    private void open(Kind kind, String id, String amount, String due) {
        documents.add(new OpenDocument(
                kind,
                id,
                LocalDate.parse("2026-09-01"),
                due == null ? null : LocalDate.parse(due),
                GBP,
                new BigDecimal(amount),
                new BigDecimal(amount)));
    }

    private static CreditRules overdueDays(int days) {
        return new CreditRules(CreditRules.DEFAULT.counted(), BigDecimal.ZERO, BigDecimal.ZERO, OptionalInt.of(days));
    }

    private CreditVerdict verdict(String limit, String proposed) {
        return status(limit.isEmpty() ? null : limit).check(Money.of(proposed, "GBP"));
    }

    private CreditStatus status(String limit) {
        CreditBook book =
                new CreditBook(ACCOUNT, GBP, TODAY, Optional.ofNullable(limit).map(BigDecimal::new), onHold, documents);
        CreditBooks books = (accounts, asOf, maxAge) -> Answer.live(Map.of(ACCOUNT, book), Instant.EPOCH);
        return new CreditControl(books, rules)
                .status(ACCOUNT, TODAY, MaxAge.LIVE)
                .value();
    }
}
