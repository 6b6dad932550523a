package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.account.Account;
import org.throughline.account.AccountDetails;
import org.throughline.account.AccountsContract;
import org.throughline.account.Contact;
import org.throughline.shared.Violation;

/** What the embedded ERP does beyond what every ERP does: it counts versions, and its columns have lengths. */
abstract class EmbeddedAccountsContract extends AccountsContract {

    @Test
    void versionsAreCountedUpAndChangesBearTheTimeOfTheClock() {
        Account before = create("Counted " + unique());
        assertThat(before.version()).isEqualTo(1);
        world().pass(Duration.ofSeconds(1));
        Account after = rename(before, "Counted again " + unique());
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.changedAt()).isEqualTo(world().now());
    }

    @Test
    void textsThatAreTooLongAndListsOfAnotherCurrencyAreReported() {
        List<Violation> objections = accounts()
                .objectionsTo(new AccountDetails(
                        "x".repeat(201),
                        "NOWHERE",
                        "GBP",
                        null,
                        null,
                        null,
                        "NEVER",
                        "LIST-EUR",
                        null,
                        "NOBODY",
                        List.of(billing("y".repeat(41))),
                        List.of(new Contact(null, "z".repeat(201), null, null, null))));
        assertThat(objections)
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(
                        "name",
                        "branch",
                        "paymentTerms",
                        "priceList",
                        "billTo.id",
                        "address[0].address.postalCode",
                        "contact[0].name");
        assertThat(allowed(objections, "priceList")).containsExactly("LIST-GBP");
    }
}
