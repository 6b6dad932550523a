package org.throughline.erp.tryton;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How Tryton is reached.
 *
 * @param url of the server, such as http://127.0.0.1:8000
 * @param database of the server
 * @param user that the service works as
 * @param password of the user
 * @param company id of the company that the service works for; empty for the user's own
 * @param connectTime how long is waited for a connection
 * @param answerTime how long is waited for the answer of a call
 */
public record TrytonSettings(
        URI url,
        String database,
        String user,
        String password,
        OptionalLong company,
        Duration connectTime,
        Duration answerTime) {

    public TrytonSettings {
        requireNonNull(url, "url");
        requireNonNull(database, "database");
        requireNonNull(user, "user");
        requireNonNull(password, "password");
        requireNonNull(company, "company");
        requireNonNull(connectTime, "connectTime");
        requireNonNull(answerTime, "answerTime");
    }

    /** Does not tell the password. */
    @Override
    public String toString() {
        return "Tryton database " + database + " at " + url;
    }
}
