package org.throughline.account;

/**
 * A person at an account; everything but the name may be null.
 *
 * @param id the ERP's id of it within the account; null when it is to be added
 */
public record Contact(String id, String name, String job, String email, String phone) {}
