package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughline.account.Account;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountChange;
import org.throughline.account.AccountDetails;
import org.throughline.account.AccountFilter;
import org.throughline.account.AccountStatus;
import org.throughline.account.Accounts;
import org.throughline.account.AddressKind;
import org.throughline.account.Contact;
import org.throughline.shared.AccountId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;

/** What people have made in Tryton is read as accounts, whatever form they have given it. */
@Tag("tryton")
class TrytonPartiesIT {

    private final TrytonAccountWorld world = new TrytonAccountWorld(TrytonServer.shared());
    private final TrytonDesk desk = new TrytonDesk(TrytonServer.shared().administrator());
    private final Accounts accounts = world.accounts();
    private final long britain = desk.one("country.country", "code", "GB");
    private final String code = "P" + System.nanoTime();

    @Test
    void anAddressForInvoicesAndDeliveriesIsTwoOfTheAccount() {
        long party = party(address("Both", true, true));
        long row = desk.one("party.address", "party", party);
        assertThat(account().addresses())
                .extracting(AccountAddress::id, AccountAddress::kind, AccountAddress::isDefault)
                .containsExactly(
                        tuple(row + "-B", AddressKind.BILLING, true), tuple(row + "-S", AddressKind.SHIPPING, true));
    }

    @Test
    void whenOneOfTheTwoMovesItBecomesAnAddressOfItsOwn() {
        long party = party(address("Both", true, true));
        long row = desk.one("party.address", "party", party);
        AccountAddress moved = new AccountAddress(row + "-S", AddressKind.SHIPPING, true, postal("Moved"));
        Account after = change(List.of(moved), List.of(), List.of());
        assertThat(after.addresses())
                .extracting(AccountAddress::kind, each -> each.address().city())
                .containsExactlyInAnyOrder(tuple(AddressKind.BILLING, "Both"), tuple(AddressKind.SHIPPING, "Moved"));
        assertThat(desk.read("party.address", row, "city", "invoice", "delivery"))
                .extracting(each -> each.text("city"), each -> each.flag("invoice"), each -> each.flag("delivery"))
                .containsExactly("Both", true, false);
    }

    @Test
    void whatIsRemovedIsSwitchedOffOnlyWhenItServesNothingElse() {
        long party = party(address("Both", true, true), address("Yard", false, true));
        Account before = account();
        String both = before.defaultAddress(AddressKind.SHIPPING).orElseThrow().id();
        Account after = change(List.of(), List.of(both), List.of());
        assertThat(after.addresses())
                .extracting(AccountAddress::kind, each -> each.address().city())
                .containsExactlyInAnyOrder(tuple(AddressKind.BILLING, "Both"), tuple(AddressKind.SHIPPING, "Yard"));
        String yard = after.defaultAddress(AddressKind.SHIPPING).orElseThrow().id();
        change(List.of(), List.of(yard), List.of());
        TrytonQuery off = TrytonQuery.of("party.address", "city")
                .where("party", "=", party)
                .where("active", "=", false);
        assertThat(desk.tryton().searchRead(off))
                .extracting(row -> row.text("city"))
                .containsExactly("Yard");
    }

    @Test
    void whenNoAddressIsMarkedForInvoicesTheFirstIsIt() {
        party(address("First", false, true), address("Second", false, true), address("Anything", false, false));
        assertThat(account().addresses())
                .extracting(AccountAddress::kind, each -> each.address().city(), AccountAddress::isDefault)
                .containsExactlyInAnyOrder(
                        tuple(AddressKind.BILLING, "First", true),
                        tuple(AddressKind.BILLING, "Anything", false),
                        tuple(AddressKind.SHIPPING, "First", true),
                        tuple(AddressKind.SHIPPING, "Second", false),
                        tuple(AddressKind.SHIPPING, "Anything", false));
    }

    @Test
    void anAccountNeedsNeitherNameNorAddress() {
        party();
        Account account = account();
        assertThat(account.addresses()).isEmpty();
        assertThat(account.tax().country()).isNull();
        Account renamed = accounts.update(
                account.id(),
                account.version(),
                new AccountChange(given("Renamed", List.of(), List.of()), Set.of(), List.of(), List.of()));
        assertThat(renamed.name()).isEqualTo("Renamed");
    }

    @Test
    void waysToReachSomebodyOfTheSameNameAreOneContact() {
        long party = party(address("Town", true, true));
        reach(party, "email", "ada@example.com", "Ada");
        reach(party, "phone", "+44 20 7946 0000", "Ada");
        reach(party, "email", "ada@example.org", "Ada");
        reach(party, "fax", "+44 20 7946 0001", "Ada");
        reach(party, "email", "office@example.com", null);
        assertThat(account().contacts())
                .extracting(Contact::name, Contact::email, Contact::phone)
                .containsExactlyInAnyOrder(
                        tuple("Ada", "ada@example.com", "+44 20 7946 0000"),
                        tuple("Ada", "ada@example.org", null),
                        tuple(code, "office@example.com", null));
    }

    @Test
    void aContactThatIsRemovedCanNoLongerBeReached() {
        long party = party(address("Town", true, true));
        reach(party, "email", "ada@example.com", "Ada");
        reach(party, "phone", "+44 20 7946 0000", "Ada");
        Account after =
                change(List.of(), List.of(), List.of(account().contacts().get(0).id()));
        assertThat(after.contacts()).isEmpty();
    }

    @Test
    void termsInPartsHaveNoNumberOfDays() {
        long party = party(address("Town", true, true));
        desk.write(
                "party.party",
                party,
                Map.of(
                        "customer_payment_term",
                        desk.one("account.invoice.payment_term", "name", "50% now, rest 30 days")));
        assertThat(account().terms().netDays()).isNull();
        desk.write(
                "party.party",
                party,
                Map.of("customer_payment_term", desk.one("account.invoice.payment_term", "name", "Net 60")));
        assertThat(account().terms().netDays()).isEqualTo(60);
    }

    @Test
    void aPartyThatIsSwitchedOffIsInactive() {
        long party = party(address("Town", true, true));
        assertThat(account().status()).isEqualTo(AccountStatus.ACTIVE);
        desk.write("party.party", party, Map.of("active", false));
        assertThat(account().status()).isEqualTo(AccountStatus.INACTIVE);
    }

    @Test
    void whatChangesAPartOnlyIsAChangeOfTheAccount() {
        long party = party(address("Town", true, true));
        Account before = account();
        desk.write("party.address", desk.one("party.address", "party", party), Map.of("city", "Elsewhere"));
        Account after = account();
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(after.changedAt()).isAfter(before.changedAt());
        assertThat(changedSince(after)).startsWith(after);
    }

    @Test
    void aPartThatPeopleDeleteMakesAnotherVersion() {
        long party = party(address("Town", true, true), address("Gone", false, true));
        Account before = account();
        TrytonQuery gone =
                TrytonQuery.of("party.address", "id").where("party", "=", party).where("city", "=", "Gone");
        List<Long> ids = List.of(desk.tryton().searchRead(gone).get(0).id());
        desk.tryton().call("model.party.address.delete", List.of(ids));
        assertThat(account().version()).isNotEqualTo(before.version());
    }

    private List<Account> changedSince(Account account) {
        return accounts.find(
                        new AccountFilter(null, null, null, null, account.changedAt()),
                        PageRequest.first(10),
                        MaxAge.LIVE)
                .value()
                .entries();
    }

    private Account account() {
        return accounts.get(new AccountId("main", code), MaxAge.LIVE).value();
    }

    private Account change(
            List<AccountAddress> addresses, List<String> removedAddresses, List<String> removedContacts) {
        Account present = account();
        return accounts.update(
                present.id(),
                present.version(),
                new AccountChange(given(null, addresses, List.of()), Set.of(), removedAddresses, removedContacts));
    }

    private static AccountDetails given(String name, List<AccountAddress> addresses, List<Contact> contacts) {
        return new AccountDetails(name, null, null, null, null, null, null, null, null, null, addresses, contacts);
    }

    private static PostalAddress postal(String city) {
        return new PostalAddress(null, "1 Quay", null, city, null, "AB1 2CD", "GB");
    }

    @SafeVarargs
    private long party(Map<String, Object>... addresses) {
        List<Map<String, Object>> inOrder = new ArrayList<>();
        for (Map<String, Object> address : addresses) {
            Map<String, Object> numbered = new HashMap<>(address);
            numbered.put("sequence", inOrder.size() + 1);
            inOrder.add(numbered);
        }
        return desk.create(
                "party.party",
                Map.of("code", code, "addresses", inOrder.isEmpty() ? List.of() : List.of(List.of("create", inOrder))));
    }

    private Map<String, Object> address(String city, boolean invoice, boolean delivery) {
        return Map.of(
                "street", "1 Quay",
                "city", city,
                "postal_code", "AB1 2CD",
                "country", britain,
                "invoice", invoice,
                "delivery", delivery);
    }

    private void reach(long party, String type, String value, String name) {
        Map<String, Object> way = new HashMap<>(Map.of("party", party, "type", type, "value", value));
        way.put("name", name);
        desk.create("party.contact_mechanism", way);
    }
}
