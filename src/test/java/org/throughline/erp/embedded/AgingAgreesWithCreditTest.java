package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.history.HistoryWorld.TODAY;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.account.AgedBalances;
import org.throughline.account.CreditControl;
import org.throughline.account.CreditRules;
import org.throughline.database.TestDatabase;
import org.throughline.history.AgeBucket;
import org.throughline.history.AgedInvoices;
import org.throughline.history.HistoryWorld;
import org.throughline.history.HistoryWorld.Line;
import org.throughline.shared.AccountId;
import org.throughline.shared.MaxAge;

/** Two services tell how old an account's debts are; they tell the same, today and of days in the past. */
class AgingAgreesWithCreditTest {

    @Test
    void agingIsWhatTheCreditStatusSays() {
        try (EmbeddedHistoryWorld world = new EmbeddedHistoryWorld(TestDatabase.derby())) {
            AccountId account = world.account("A");
            world.item("I", "Item");
            invoices(world, account);
            Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            var jdbc = world.database().erp();
            CreditControl credit = new CreditControl(
                    new EmbeddedCreditBooks(
                            jdbc, new EmbeddedExchangeRates(jdbc, clock), clock, new EmbeddedErp(HistoryWorld.DATASET)),
                    CreditRules.DEFAULT);

            for (LocalDate day : List.of(TODAY, TODAY.minusDays(20), TODAY.minusDays(75))) {
                AgedInvoices aged = world.invoices()
                        .aging(List.of(account), day, MaxAge.LIVE)
                        .value()
                        .entries()
                        .get(0);
                assertThat(balances(aged))
                        .isEqualTo(
                                credit.status(account, day, MaxAge.LIVE).value().invoices());
            }
        }
    }

    private static void invoices(HistoryWorld world, AccountId account) {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            LocalDate day = TODAY.minusDays(random.nextInt(200));
            world.invoice("IN-" + i, account, day, null, Line.of("I", "1", 1 + random.nextInt(90) + ".00"));
            if (i % 3 == 0) {
                world.payment("IN-" + i, day.plusDays(random.nextInt(40)), "1.00");
            }
            if (i % 7 == 0) {
                world.creditNote("CN-" + i, "IN-" + i, day.plusDays(30), Line.of("I", "1", "0.10"));
            }
        }
    }

    private static AgedBalances balances(AgedInvoices aged) {
        return new AgedBalances(
                aged.of(AgeBucket.CURRENT),
                aged.of(AgeBucket.DAYS_1_TO_30),
                aged.of(AgeBucket.DAYS_31_TO_60),
                aged.of(AgeBucket.DAYS_61_TO_90),
                aged.of(AgeBucket.OVER_90));
    }
}
