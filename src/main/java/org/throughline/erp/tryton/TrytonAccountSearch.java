package org.throughline.erp.tryton;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.throughline.account.AccountFilter;
import org.throughline.shared.SearchTerms;

/**
 * Finds parties. Tryton can be asked for parts of texts only, so what it finds is looked at again. Whether accents count is up to
 * its database: they do not where PostgreSQL has the extension unaccent.
 */
final class TrytonAccountSearch {

    private final AccountFilter filter;
    private final Set<String> words;

    TrytonAccountSearch(AccountFilter filter) {
        this.filter = filter;
        this.words = SearchTerms.words(filter.name());
    }

    /** Whether nothing can be found: a condition is given that says nothing. */
    boolean isHopeless() {
        return filter.name() != null && words.isEmpty()
                || isBlank(filter.taxId())
                || isBlank(filter.email())
                || isBlank(filter.postcode());
    }

    /** The narrowest that Tryton can be asked. */
    TrytonQuery query() {
        TrytonQuery query = TrytonParties.all();
        for (String word : SearchTerms.written(filter.name())) {
            query = query.where("name", "ilike", "%" + TrytonPages.literally(word) + "%");
        }
        query = where(query, "identifiers.code", filter.taxId(), "");
        query = where(query, "addresses.postal_code", filter.postcode(), "%");
        return filter.email() == null ? query : query.where(reachedBy(filter.email()));
    }

    Predicate<TrytonRecord> wanted() {
        return party -> SearchTerms.begin(words, party.text("name"))
                && given(filter.taxId(), wanted -> party.related("tax_identifier")
                        .filter(number -> compact(number.text("code")).equals(wanted))
                        .isPresent())
                && given(filter.email(), wanted -> TrytonContacts.of(party).stream()
                        .anyMatch(contact -> compact(contact.email()).equals(wanted)))
                && given(filter.postcode(), wanted -> TrytonAddressBook.of(party).stream()
                        .anyMatch(address ->
                                compact(address.address().postalCode()).startsWith(wanted)));
    }

    private static List<Object> reachedBy(String email) {
        return List.of(
                TrytonContacts.FIELD,
                "where",
                List.of(
                        TrytonQuery.clause("type", "=", TrytonContacts.EMAIL),
                        TrytonQuery.clause("value", "ilike", TrytonPages.literally(email.strip()))));
    }

    /** Blanks may be anywhere in what Tryton has. */
    private static TrytonQuery where(TrytonQuery query, String field, String text, String end) {
        return text == null
                ? query
                : query.where(
                        field,
                        "ilike",
                        compact(text)
                                .codePoints()
                                .mapToObj(Character::toString)
                                .map(TrytonPages::literally)
                                .collect(Collectors.joining("%", "", end)));
    }

    private static boolean given(String text, Predicate<String> matches) {
        return Optional.ofNullable(text)
                .map(TrytonAccountSearch::compact)
                .filter(matches.negate())
                .isEmpty();
    }

    private static String compact(String text) {
        return SearchTerms.compact(text);
    }

    private static boolean isBlank(String text) {
        return text != null && text.isBlank();
    }
}
