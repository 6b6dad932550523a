package org.throughline.shared;

/**
 * A postal address; every part but the country may be null.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
        String name, String line1, String line2, String city, String region, String postalCode, String country) {}
