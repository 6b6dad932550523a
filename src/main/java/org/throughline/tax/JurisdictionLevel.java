package org.throughline.tax;

/** How large a jurisdiction is. Jurisdictions of all levels tax the same goods; their taxes are listed in this order. */
public enum JurisdictionLevel {
    /** Such as Canada with its GST. */
    COUNTRY,
    /** A state or province. */
    STATE,
    COUNTY,
    CITY,
    /** A transport, school or stadium district. */
    DISTRICT
}
