package org.throughline.account;

import java.util.Optional;

/**
 * What came of a request to create an account.
 *
 * @param account as it is now
 * @param link empty when none was asked for, or when it was undone since
 */
public record CreatedAccount(Account account, Optional<Link> link) {}
