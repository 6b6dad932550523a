package org.throughline.wire.xml;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * xs:date to {@link LocalDate}. A zone suffix is dropped: clients that send a date with one (Axis2, PHP) mean the
 * calendar day, not the instant.
 */
public final class LocalDateAdapter extends XmlAdapter<String, LocalDate> {

    private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d{2}:\\d{2})$");

    @Override
    public LocalDate unmarshal(String text) {
        return text == null ? null : LocalDate.parse(ZONE.matcher(text.strip()).replaceFirst(""));
    }

    @Override
    public String marshal(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
