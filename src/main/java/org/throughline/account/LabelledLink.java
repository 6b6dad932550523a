package org.throughline.account;

import java.util.Optional;

/**
 * A link with what a reader wants to know of its account.
 *
 * @param account empty when the ERP does not have it (any more)
 */
public record LabelledLink(Link link, Optional<Account> account) {}
