package org.throughline.wire.xml;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * xs:dateTime with a zone to {@link Instant}. Surrounding white space and the hour 24:00:00, both schema-valid, are
 * understood; a value without a zone is refused by the schema before it comes here.
 */
public final class InstantAdapter extends XmlAdapter<String, Instant> {

    private static final String END_OF_DAY = "T24:00:00";

    @Override
    public Instant unmarshal(String text) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        return stripped.contains(END_OF_DAY)
                ? OffsetDateTime.parse(stripped.replace(END_OF_DAY, "T" + LocalTime.MIDNIGHT + ":00"))
                        .plusDays(1)
                        .toInstant()
                : OffsetDateTime.parse(stripped).toInstant();
    }

    @Override
    public String marshal(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
