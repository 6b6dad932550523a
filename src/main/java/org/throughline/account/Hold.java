package org.throughline.account;

import java.time.LocalDate;

/**
 * Why an account is stopped.
 *
 * @param code the ERP's code of the reason
 * @param reason for people
 */
public record Hold(String code, String reason, LocalDate since) {}
