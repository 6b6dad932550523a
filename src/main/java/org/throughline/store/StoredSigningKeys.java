package org.throughline.store;

import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.UtcTimestamp;

/** The key that is made when none is configured. It stays in the database, so that all nodes have it and a restart keeps it. */
public final class StoredSigningKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    public StoredSigningKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The key of this database; made by whoever asks first. */
    public SigningKeys get() {
        return SigningKeys.parse(read().orElseGet(this::make));
    }

    private Optional<String> read() {
        return jdbc.sql("select jwk from offer_key where position = 1")
                .query(String.class)
                .optional();
    }

    private String make() {
        try {
            jdbc.sql("insert into offer_key (position, jwk, created_at) values (1, ?, ?)")
                    .params(SigningKeys.generated(), UtcTimestamp.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException madeByAnother) {
            return read().orElseThrow(() -> madeByAnother);
        }
        return read().orElseThrow();
    }
}
