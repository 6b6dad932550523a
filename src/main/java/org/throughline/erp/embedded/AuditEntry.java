package org.throughline.erp.embedded;

import java.time.Instant;

/**
 * Somebody changed a document.
 *
 * @param action what was done, in upper case, such as APPROVE
 * @param kind of the document, such as ORDER
 * @param why null when nobody had to say it
 * @param detail what the action does not say; null when there is nothing
 */
public record AuditEntry(
        Instant at, String actor, String action, String kind, String document, String why, String detail) {}
