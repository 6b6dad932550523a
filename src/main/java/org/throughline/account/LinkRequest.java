package org.throughline.account;

import org.throughline.shared.AccountId;
import org.throughline.shared.CompanyId;

/**
 * A link to be made, or to be changed when the two are linked already.
 *
 * @param role null: CUSTOMER for a new link, unchanged for an existing one
 * @param billTo null: none for a new link, unchanged for an existing one
 * @param primary true: this account becomes the primary one and the former primary one ceases to be it; false: it is not;
 *     null: a new link is primary when it is the company's first in the dataset through which it buys, an existing one
 *     stays what it is
 */
public record LinkRequest(CompanyId company, AccountId account, LinkRole role, AccountId billTo, Boolean primary) {}
