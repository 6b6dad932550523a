package org.throughline.account;

import org.throughline.shared.PostalAddress;

/**
 * One address of an account.
 *
 * @param id the ERP's id of it within the account; null when it is to be added
 * @param isDefault whether it is used when a document names no other; at most one of a kind is
 */
public record AccountAddress(String id, AddressKind kind, boolean isDefault, PostalAddress address) {}
