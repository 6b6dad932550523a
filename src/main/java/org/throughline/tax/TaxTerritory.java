package org.throughline.tax;

import static org.throughline.tax.TaxTerritory.Union.GOODS;
import static org.throughline.tax.TaxTerritory.Union.MEMBER;
import static org.throughline.tax.TaxTerritory.Union.OUTSIDE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A territory with one law of value added tax: a country, or a part of one that the Union's law treats apart. The areas are
 * those of Directive 2006/112/EC, articles 5 to 7, and of the Windsor Framework.
 *
 * @param home code of the territory within which a supply is domestic; Great Britain and Northern Ireland share one
 * @param union in how far it belongs to the Union's territory of value added tax
 * @param legalReference why it is treated apart from its country; null when it is not
 */
record TaxTerritory(String home, Union union, String legalReference) {

    enum Union {
        MEMBER,
        /** Northern Ireland: for goods, not for services. */
        GOODS,
        OUTSIDE
    }

    private static final Set<String> MEMBERS = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final LocalDate UNITED_KINGDOM_OUT = LocalDate.of(2021, 1, 1);
    private static final LocalDate CROATIA_IN = LocalDate.of(2013, 7, 1);

    /** Areas that are not treated as their country is, by the beginning of their postal codes. */
    private static final List<Area> AREAS = List.of(
            outside("ES", "35", "ES-CN", "Directive 2006/112/EC, article 6(1)(b): Canary Islands"),
            outside("ES", "38", "ES-CN", "Directive 2006/112/EC, article 6(1)(b): Canary Islands"),
            outside("ES", "51", "ES-CE", "Directive 2006/112/EC, article 6(2)(c): Ceuta"),
            outside("ES", "52", "ES-ML", "Directive 2006/112/EC, article 6(2)(d): Melilla"),
            outside("DE", "27498", "DE-HELGOLAND", "Directive 2006/112/EC, article 6(2)(a): Heligoland"),
            outside("DE", "78266", "DE-BUESINGEN", "Directive 2006/112/EC, article 6(2)(b): Büsingen"),
            outside("IT", "23041", "IT-LIVIGNO", "Directive 2006/112/EC, article 6(2)(e): Livigno"),
            outside("IT", "23030", "IT-LIVIGNO", "Directive 2006/112/EC, article 6(2)(e): Livigno"),
            outside("IT", "22061", "IT-CAMPIONE", "Directive 2006/112/EC, article 6(1)(f): Campione d'Italia"),
            outside("IT", "22060", "IT-CAMPIONE", "Directive 2006/112/EC, article 6(1)(f): Campione d'Italia"),
            outside("GR", "63086", "GR-ATHOS", "Directive 2006/112/EC, article 6(1)(a): Mount Athos"),
            outside("FI", "22", "AX", "Directive 2006/112/EC, article 6(1)(d): Åland Islands"),
            outside("FR", "971", "GP", "Directive 2006/112/EC, article 6(1)(c): French territories"),
            outside("FR", "972", "MQ", "Directive 2006/112/EC, article 6(1)(c): French territories"),
            outside("FR", "973", "GF", "Directive 2006/112/EC, article 6(1)(c): French territories"),
            outside("FR", "974", "RE", "Directive 2006/112/EC, article 6(1)(c): French territories"),
            outside("FR", "976", "YT", "Directive 2006/112/EC, article 6(1)(c): French territories"));

    private static final Area NORTHERN_IRELAND =
            new Area("GB", "BT", new TaxTerritory("GB", GOODS, "Windsor Framework, article 8: Northern Ireland"));

    /** The territory of a place on a day. Without a postal code it is that of the country. */
    static TaxTerritory of(TaxPlace place, LocalDate day) {
        String postalCode = place.compactPostalCode();
        for (Area area : AREAS) {
            if (area.contains(place.country(), postalCode)) {
                return area.territory;
            }
        }
        boolean northernIreland =
                place.country().equals("XI") || NORTHERN_IRELAND.contains(place.country(), postalCode);
        if (northernIreland && !day.isBefore(UNITED_KINGDOM_OUT)) {
            return NORTHERN_IRELAND.territory;
        }
        return ofCountry(ratesCountry(place.country()), day);
    }

    /** Northern Ireland has the rates of the United Kingdom; Monaco counts as France and the Isle of Man as the United Kingdom (Directive 2006/112/EC, article 7). */
    static String ratesCountry(String country) {
        return switch (country) {
            case "MC" -> "FR";
            case "IM", "XI" -> "GB";
            default -> country;
        };
    }

    /**
     * The territory that registered a buyer: the one that the number's prefix names (EL is Greece, XI Northern Ireland),
     * or else the party's own.
     */
    static TaxTerritory ofRegistration(TaxParty party, LocalDate day) {
        String prefix = party.taxId().length() < 2 ? "" : party.taxId().substring(0, 2);
        return switch (prefix) {
            case "XI" -> NORTHERN_IRELAND.territory;
            case "EL" -> ofCountry("GR", day);
            default -> MEMBERS.contains(prefix) ? ofCountry(prefix, day) : of(party.place(), day);
        };
    }

    boolean isSameHome(TaxTerritory other) {
        return home.equals(other.home);
    }

    boolean isUnionForGoods() {
        return union != OUTSIDE;
    }

    boolean isUnionForServices() {
        return union == MEMBER;
    }

    private static TaxTerritory ofCountry(String country, LocalDate day) {
        return new TaxTerritory(country, isMember(country, day) ? MEMBER : OUTSIDE, null);
    }

    private static boolean isMember(String country, LocalDate day) {
        return switch (country) {
            case "GB" -> day.isBefore(UNITED_KINGDOM_OUT);
            case "HR" -> !day.isBefore(CROATIA_IN);
            default -> MEMBERS.contains(country);
        };
    }

    private static Area outside(String country, String postalCodes, String code, String legalReference) {
        return new Area(country, postalCodes, new TaxTerritory(code, OUTSIDE, legalReference));
    }

    private record Area(String country, String postalCodes, TaxTerritory territory) {

        boolean contains(String inCountry, String postalCode) {
            return country.equals(inCountry) && postalCode.startsWith(postalCodes);
        }
    }
}
