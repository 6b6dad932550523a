package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.account.AccountsWorld.Place;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** What every ERP's {@link Accounts} do. What an ERP has no place for is left out, and it must say so. */
public abstract class AccountsContract {

    protected static final TaxExemption EXEMPT =
            new TaxExemption("CERT-7", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));

    private static final String GERMAN_TAX_ID = "DE 136695976";

    protected abstract AccountsWorld world();

    protected final Accounts accounts() {
        return world().accounts();
    }

    @Test
    void anAccountComesBackWithAllItsParts() {
        String name = "Full House " + unique();
        AccountsWorld.Codes codes = world().codes();
        TaxExemption exemption = ifKept(Place.EXEMPTIONS, EXEMPT);
        String group = ifKept(Place.PRICE_GROUPS, "GOLD");
        Account created = accounts()
                .create(
                        new AccountDetails(
                                name,
                                codes.branch(),
                                codes.currency(),
                                "DE",
                                GERMAN_TAX_ID,
                                exemption,
                                codes.terms(),
                                codes.priceList(),
                                group,
                                null,
                                List.of(billing("10115"), shipping("20095", false), shipping("80331", true)),
                                List.of(
                                        contact("Ada", "ada@example.com"),
                                        new Contact(
                                                null,
                                                "Bert",
                                                null,
                                                ifNotKept(Place.CONTACTS_THAT_CANNOT_BE_REACHED, "bert@example.com"),
                                                null))),
                        unique());
        assertThat(get(created.id())).isEqualTo(created);
        assertThat(created.name()).isEqualTo(name);
        assertThat(created.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(created.branch()).isEqualTo(codes.branch());
        assertThat(created.currency().getCurrencyCode()).isEqualTo(codes.currency());
        assertThat(created.terms().code()).isEqualTo(codes.terms());
        assertThat(created.terms().netDays()).isEqualTo(30);
        assertThat(created.priceList()).isEqualTo(codes.priceList());
        assertThat(created.priceGroup()).isEqualTo(group);
        assertThat(created.tax()).isEqualTo(new TaxRegistration("DE", GERMAN_TAX_ID, exemption));
        assertThat(created.version()).isPositive();
        assertThat(created.contacts()).extracting(Contact::name).containsExactlyInAnyOrder("Ada", "Bert");
        assertThat(created.defaultAddress(AddressKind.SHIPPING)
                        .orElseThrow()
                        .address()
                        .postalCode())
                .isEqualTo("80331");
    }

    @Test
    void whatIsLeftOutIsDecidedByTheErp() {
        Account created = create("Plain " + unique());
        assertThat(created.branch()).isEqualTo(world().usualBranch());
        assertThat(created.tax().country()).isEqualTo("GB");
        assertThat(created.terms()).isNull();
        assertThat(created.defaultAddress(AddressKind.BILLING)).isPresent();
    }

    @Test
    void theSameReferenceCreatesOneAccount() {
        String reference = unique();
        Account first = accounts().create(details("Once " + reference), reference);
        assertThat(accounts().create(details("Once " + reference), reference)).isEqualTo(first);
        assertThat(accounts().createdAs(reference)).contains(first);
        assertThat(accounts().createdAs(unique())).isEmpty();
    }

    @Test
    void theSameReferenceInARaceCreatesOneAccount() throws Exception {
        String reference = unique();
        List<Callable<AccountId>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            racers.add(() ->
                    accounts().create(details("Race " + reference), reference).id());
        }
        assertThat(new HashSet<>(results(racers))).hasSize(1);
        assertThat(find(new AccountFilter("race " + reference, null, null, null, null)))
                .hasSize(1);
    }

    @Test
    void anUnknownAccountIsAFault() {
        AccountId unknown = new AccountId(create("Known " + unique()).id().dataset(), "NOT-THERE");
        assertFault(() -> get(unknown), ErrorCode.ACCOUNT_NOT_FOUND);
        assertThat(accounts().get(List.of(unknown), MaxAge.LIVE).value()).isEmpty();
    }

    @Test
    void manyAccountsAreReadAtOnce() {
        Account one = create("One " + unique());
        Account two = create("Two " + unique());
        assertThat(accounts()
                        .get(List.of(one.id(), two.id(), one.id()), MaxAge.LIVE)
                        .value())
                .containsOnlyKeys(one.id(), two.id())
                .containsEntry(two.id(), two);
    }

    @Test
    void aNameIsFoundByTheBeginningsOfItsWordsInAnyOrder() {
        String word = unique();
        Account account = create("Müller & Söhne " + word);
        assertThat(find(byName(word.substring(0, 10) + " mül"))).containsExactly(account);
        assertThat(find(byName("SÖHNE " + word))).containsExactly(account);
        assertThat(find(byName("ohne " + word))).isEmpty();
        assertThat(find(byName("&"))).isEmpty();
    }

    @Test
    void accentsOfANameDoNotCount() {
        assumeTrue(world().ignoresAccents(), "the ERP finds names without regard to accents");
        String word = unique();
        Account account = create("Müller & Söhne " + word);
        assertThat(find(byName(word + " mul"))).containsExactly(account);
        assertThat(find(byName("sohne " + word))).containsExactly(account);
    }

    @Test
    void anAccountThatMatchesByTwoWordsIsFoundOnce() {
        String word = unique();
        Account account = create(word + "a " + word + "b");
        assertThat(find(byName(word))).containsExactly(account);
    }

    @Test
    void taxNumberEmailAndPostcodeFindWhateverTheCaseAndBlanks() {
        String number = unique().substring(0, 12);
        String taxId = britishTaxId();
        AccountDetails details = new AccountDetails(
                "Findable",
                null,
                "GBP",
                null,
                "gb " + taxId,
                null,
                null,
                null,
                null,
                null,
                List.of(billing("zz" + number + " 9ab")),
                List.of(contact("Eve", number + "@Example.com")));
        Account account = accounts().create(details, unique());
        assertThat(find(new AccountFilter(null, "GB" + taxId, null, null, null)))
                .containsExactly(account);
        assertThat(find(new AccountFilter(null, "GB" + taxId.substring(1), null, null, null)))
                .isEmpty();
        assertThat(find(new AccountFilter(null, null, number.toUpperCase() + "@example.COM", null, null)))
                .containsExactly(account);
        assertThat(find(new AccountFilter(null, null, null, "ZZ" + number + "9", null)))
                .containsExactly(account);
        assertThat(find(new AccountFilter("findable", "GB" + taxId, number + "@example.com", "ZZ" + number, null)))
                .containsExactly(account);
        assertThat(find(new AccountFilter("other", "GB" + taxId, null, null, null)))
                .isEmpty();
    }

    @Test
    void changedAccountsAreFoundInTheOrderOfTheirChanges() {
        Account early = create("Early " + unique());
        world().pass(Duration.ofMinutes(1));
        Account first = create("First " + unique());
        world().pass(Duration.ofMinutes(1));
        Account second = create("Second " + unique());
        world().pass(Duration.ofMinutes(1));
        Account changed = rename(first, "First again " + unique());
        assertThat(find(new AccountFilter(null, null, null, null, second.changedAt())))
                .containsExactly(second, changed)
                .doesNotContain(early);
        assertThat(find(new AccountFilter("again", null, null, null, second.changedAt())))
                .containsExactly(changed);
    }

    @Test
    void anAccountIsListedAtItsLastChangeOnly() {
        String word = unique();
        Account first = create("First " + word);
        world().pass(Duration.ofMinutes(1));
        Account second = create("Second " + word);
        world().pass(Duration.ofMinutes(1));
        Account changed = rename(first, "Changed " + word);
        AccountFilter since = new AccountFilter(word, null, null, null, first.changedAt());
        assertThat(find(since)).containsExactly(second, changed);
    }

    @Test
    void pagesJoinToTheWholeList() {
        String word = unique();
        Set<AccountId> expected = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            expected.add(create("Page" + i + " " + word + (i % 3)).id());
        }
        for (AccountFilter filter : List.of(
                byName(word), new AccountFilter("page " + word, null, null, null, Instant.EPOCH), AccountFilter.ALL)) {
            List<AccountId> found = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Page<Account> page = accounts()
                        .find(filter, new PageRequest(3, cursor), MaxAge.LIVE)
                        .value();
                page.entries().forEach(account -> found.add(account.id()));
                cursor = page.nextCursor();
            } while (cursor.isPresent());
            assertThat(found).doesNotHaveDuplicates().containsAll(expected);
        }
    }

    @Test
    void aCursorOfAnotherFilterIsRefused() {
        String word = unique();
        create("A " + word);
        create("B " + word);
        Optional<String> cursor = accounts()
                .find(byName(word), PageRequest.first(1), MaxAge.LIVE)
                .value()
                .nextCursor();
        assertThat(cursor).isPresent();
        assertFault(
                () -> accounts().find(byName("x"), new PageRequest(1, cursor), MaxAge.LIVE), ErrorCode.INVALID_CURSOR);
    }

    @Test
    void aChangeLeavesWhatItDoesNotMention() {
        Account before = accounts()
                .create(
                        new AccountDetails(
                                "Before " + unique(),
                                null,
                                "GBP",
                                null,
                                "GB" + britishTaxId(),
                                ifKept(Place.EXEMPTIONS, EXEMPT),
                                world().codes().terms(),
                                null,
                                ifKept(Place.PRICE_GROUPS, "GOLD"),
                                null,
                                List.of(billing("A1"), shipping("B2", false)),
                                List.of(contact("Ada", "a@example.com"), contact("Bob", "b@example.com"))),
                        unique());
        world().pass(Duration.ofSeconds(1));
        Contact ada = before.contacts().stream()
                .filter(contact -> contact.name().equals("Ada"))
                .findFirst()
                .orElseThrow();
        Account after = accounts()
                .update(
                        before.id(),
                        before.version(),
                        new AccountChange(
                                given(
                                        "After",
                                        List.of(shipping("C3", true)),
                                        List.of(new Contact(ada.id(), "Ada L.", null, "al@example.com", null))),
                                Set.of(ClearableField.PRICE_GROUP),
                                List.of(),
                                List.of()));
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(after.changedAt()).isAfter(before.changedAt()).isBeforeOrEqualTo(world().now());
        assertThat(after.name()).isEqualTo("After");
        assertThat(after.tax()).isEqualTo(before.tax());
        assertThat(after.terms()).isEqualTo(before.terms());
        assertThat(after.priceGroup()).isNull();
        assertThat(after.addresses())
                .extracting(address -> address.address().postalCode(), AccountAddress::isDefault)
                .containsExactly(tuple("A1", true), tuple("C3", true), tuple("B2", false));
        assertThat(after.contacts()).extracting(Contact::name).containsExactly("Ada L.", "Bob");
        assertThat(get(before.id())).isEqualTo(after);
        assertThat(find(byName(before.name()))).isEmpty();
        assertThat(find(new AccountFilter(null, null, "al@example.com", null, null)))
                .contains(after);
    }

    @Test
    void partsCanBeRemoved() {
        Account before = accounts()
                .create(
                        given("Parts " + unique(), List.of(billing("A1"), billing("A2")), List.of(contact("X", null))),
                        unique());
        Account after = accounts()
                .update(
                        before.id(),
                        before.version(),
                        new AccountChange(
                                given(null, List.of(), List.of()),
                                Set.of(),
                                List.of(before.addresses().get(0).id()),
                                List.of(before.contacts().get(0).id())));
        assertThat(after.contacts()).isEmpty();
        assertThat(after.addresses()).singleElement().satisfies(left -> {
            assertThat(left.address().postalCode()).isEqualTo("A2");
            assertThat(left.isDefault()).isTrue();
        });
    }

    @Test
    void aStaleVersionIsAConflictAndChangesNothing() {
        Account before = create("Stale " + unique());
        Account current = rename(before, "Current " + unique());
        assertFault(() -> rename(before, "Overwritten"), ErrorCode.VERSION_CONFLICT);
        assertThat(get(before.id())).isEqualTo(current);
        AccountId unknown = new AccountId(before.id().dataset(), "NOT-THERE");
        assertFault(() -> accounts().update(unknown, 1, change("X")), ErrorCode.ACCOUNT_NOT_FOUND);
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneWins() throws Exception {
        Account before = create("Contended " + unique());
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "Winner " + i;
            racers.add(() -> {
                try {
                    rename(before, name);
                    return true;
                } catch (ServiceFault fault) {
                    assertThat(fault.code()).isEqualTo(ErrorCode.VERSION_CONFLICT);
                    return false;
                }
            });
        }
        assertThat(results(racers)).containsOnlyOnce(true);
        assertThat(get(before.id()).version()).isNotEqualTo(before.version());
    }

    @Test
    void partsThatAreNotThereAreAllReportedAndNothingIsChanged() {
        Account before = create("Untouched " + unique());
        assertThatThrownBy(() -> accounts()
                        .update(
                                before.id(),
                                before.version(),
                                new AccountChange(
                                        given(
                                                "Touched",
                                                List.of(new AccountAddress(
                                                        "77",
                                                        AddressKind.SHIPPING,
                                                        false,
                                                        billing("X").address())),
                                                List.of()),
                                        Set.of(),
                                        List.of(before.addresses().get(0).id()),
                                        List.of("88"))))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .extracting(Violation::path)
                        .containsExactlyInAnyOrder("address[0].id", "removeAddressId", "removeContactId[0]"));
        assertThat(get(before.id())).isEqualTo(before);
    }

    @Test
    void codesThatTheErpDoesNotKnowAreReportedWithThoseAllowed() {
        List<Violation> objections = accounts()
                .objectionsTo(new AccountDetails(
                        "Fine",
                        "NOWHERE",
                        world().codes().currency(),
                        null,
                        null,
                        null,
                        "NEVER",
                        "NO-LIST",
                        null,
                        "NOBODY",
                        List.of(billing("SW1A 1AA")),
                        List.of()));
        assertThat(objections)
                .extracting(Violation::path)
                .containsExactlyInAnyOrder("branch", "paymentTerms", "priceList", "billTo.id");
        assertThat(allowed(objections, "paymentTerms")).contains(world().codes().terms());
        assertThat(allowed(objections, "priceList")).contains(world().codes().priceList());
        assertThat(accounts().objectionsTo(details("Fine"))).isEmpty();
    }

    @Test
    void whatTheErpHasNoPlaceForIsReported() {
        List<Violation> objections = accounts()
                .objectionsTo(new AccountDetails(
                        "Fine",
                        world().codes().branch(),
                        world().codes().currency(),
                        null,
                        null,
                        EXEMPT,
                        null,
                        null,
                        "GOLD",
                        null,
                        List.of(billing("SW1A 1AA")),
                        List.of(
                                new Contact(null, "Ada", "Buyer", "ada@example.com", null),
                                new Contact(null, "Bert", null, null, null))));
        assertThat(objections)
                .extracting(Violation::path)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                Place.EXEMPTIONS, Place.PRICE_GROUPS, Place.JOBS, Place.CONTACTS_THAT_CANNOT_BE_REACHED)
                        .filter(place -> !world().keeps(place))
                        .map(Place::path)
                        .toList());
    }

    protected static List<String> allowed(List<Violation> violations, String path) {
        return violations.stream()
                .filter(violation -> violation.path().equals(path))
                .findFirst()
                .orElseThrow()
                .remedy()
                .allowedValues();
    }

    private <T> T ifKept(Place place, T value) {
        return world().keeps(place) ? value : null;
    }

    private <T> T ifNotKept(Place place, T value) {
        return world().keeps(place) ? null : value;
    }

    /** Seven digits, and the two that make it right. */
    private static String britishTaxId() {
        int digits = ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        int sum = 0;
        for (int rest = digits, weight = 2; rest > 0; rest /= 10, weight++) {
            sum += rest % 10 * weight;
        }
        return "%07d%02d".formatted(digits, 97 - sum % 97);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    protected final Account get(AccountId id) {
        return accounts().get(id, MaxAge.LIVE).value();
    }

    protected final Account create(String name) {
        return accounts().create(details(name), unique());
    }

    protected final Account rename(Account account, String name) {
        return accounts().update(account.id(), account.version(), change(name));
    }

    protected final List<Account> find(AccountFilter filter) {
        return accounts()
                .find(filter, PageRequest.first(500), MaxAge.LIVE)
                .value()
                .entries();
    }

    protected static AccountFilter byName(String words) {
        return new AccountFilter(words, null, null, null, null);
    }

    protected static AccountChange change(String name) {
        return new AccountChange(given(name, List.of(), List.of()), Set.of(), List.of(), List.of());
    }

    protected static AccountDetails details(String name) {
        return given(name, List.of(billing("SW1A 1AA")), List.of());
    }

    protected static AccountDetails given(String name, List<AccountAddress> addresses, List<Contact> contacts) {
        return new AccountDetails(name, null, "GBP", null, null, null, null, null, null, null, addresses, contacts);
    }

    protected static AccountAddress billing(String postcode) {
        return new AccountAddress(
                null,
                AddressKind.BILLING,
                false,
                new PostalAddress(null, "1 High Street", null, "Town", null, postcode, "GB"));
    }

    protected static AccountAddress shipping(String postcode, boolean preferred) {
        return new AccountAddress(
                null,
                AddressKind.SHIPPING,
                preferred,
                new PostalAddress("Yard", "2 Low Street", "Gate 3", "Town", "Shire", postcode, "GB"));
    }

    protected final Contact contact(String name, String email) {
        return new Contact(null, name, ifKept(Place.JOBS, "Buyer"), email, "+44 20 7946 0000");
    }

    protected static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static <T> List<T> results(List<Callable<T>> racers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(racers.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(racers)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    protected static void assertFault(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}
