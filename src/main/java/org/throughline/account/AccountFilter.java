package org.throughline.account;

import java.time.Instant;

/**
 * Which accounts are wanted; an account must meet every condition that is not null.
 *
 * @param name words that each begin a word of the name, upper or lower case, in any order
 * @param taxId blanks and case do not count
 * @param email of one of its contacts; case does not count
 * @param postcode of one of its addresses; the beginning is enough, blanks and case do not count
 * @param changedSince changed at that time or later
 */
public record AccountFilter(String name, String taxId, String email, String postcode, Instant changedSince) {

    public static final AccountFilter ALL = new AccountFilter(null, null, null, null, null);
}
