package org.throughline.account;

import org.throughline.shared.AccountId;

/**
 * Which links are wanted; a link must meet every condition that is not null.
 *
 * @param companyId needs the CRM system too
 */
public record LinkFilter(String crmSystem, String companyId, AccountId account) {

    public static final LinkFilter ALL = new LinkFilter(null, null, null);
}
