package org.throughline.erp.embedded.demo;

import org.throughline.shared.PostalAddress;

/** What companies are called and where they are in the customers' countries. */
enum DemoCountry {
    GB(
            44,
            "Ltd",
            new String[] {"Abbey", "Birch", "Castle", "Dover", "Elm", "Forge", "Grange", "Haven", "Ivy", "Juniper"},
            new String[] {
                "Engineering",
                "Joinery",
                "Motors",
                "Builders",
                "Electrical",
                "Fabrications",
                "Marine",
                "Estates",
                "Plumbing",
                "Works"
            },
            "Mill Lane",
            new String[] {"Bristol/BS1 4|", "Leeds/LS2 7|", "Norwich/NR3 1|", "Derby/DE1 2|", "Exeter/EX4 3|"}),
    DE(
            49,
            "GmbH",
            new String[] {"Adler", "Berg", "Donau", "Eichen", "Falken", "Garten", "Heide", "Insel", "Küsten", "Linden"},
            new String[] {"Bau", "Technik", "Werkstatt", "Elektro", "Metall", "Holz"},
            "Industriestraße",
            new String[] {"Hamburg/2045|", "Köln/5066|", "Leipzig/0410|", "München/8033|", "Kassel/3411|"}),
    FR(
            33,
            "SARL",
            new String[] {"Atelier", "Bâtir", "Cévenol", "Dauphin", "Étoile", "Forêt", "Garonne"},
            new String[] {"Services", "Travaux", "Bois", "Énergie"},
            "rue de l'Industrie",
            new String[] {"Lyon/6900|", "Nantes/4400|", "Lille/5900|", "Bordeaux/3300|", "Dijon/2100|"}),
    US(
            1,
            "Inc.",
            new String[] {"Aspen", "Bluff", "Canyon", "Delta", "Evergreen"},
            new String[] {"Tools", "Construction", "Supply", "Services"},
            "Main Street",
            new String[] {"Austin/TX/7870|", "Denver/CO/8020|", "Fresno/CA/9370|", "Albany/NY/1220|", "Salem/OR/9730|"
            });

    private final int dialCode;
    private final String legalForm;
    private final String[] names;
    private final String[] trades;
    private final String street;
    private final String[] towns;

    DemoCountry(int dialCode, String legalForm, String[] names, String[] trades, String street, String[] towns) {
        this.dialCode = dialCode;
        this.legalForm = legalForm;
        this.names = names;
        this.trades = trades;
        this.street = street;
        this.towns = towns;
    }

    int dialCode() {
        return dialCode;
    }

    String companyName(int n) {
        return names[n % names.length] + " " + trades[(n / names.length) % trades.length] + " " + legalForm;
    }

    /** Towns are written as town/postcode or town/region/postcode, with | where a digit or letter varies. */
    PostalAddress address(String name, int n) {
        String[] parts = towns[n % towns.length].split("/");
        String varying = this == GB ? (char) ('A' + n % 26) + "B" : String.valueOf(n % 10);
        String number = String.valueOf(1 + n * 7 % 120);
        return new PostalAddress(
                name,
                this == DE ? street + " " + number : number + " " + street,
                n % 6 == 0 ? "Unit " + (1 + n % 9) : null,
                parts[0],
                parts.length == 3 ? parts[1] : null,
                parts[parts.length - 1].replace("|", varying),
                name());
    }

    /** Registrations that nobody has; null for Americans and for the small ones that are not registered. */
    String taxId(int n) {
        return switch (this) {
            case GB -> n % 10 == 9 ? null : "GB9%08d".formatted(n * 1_013 + 17);
            case DE -> n % 10 == 9 ? null : "DE9%08d".formatted(n * 1_019 + 23);
            case FR -> n % 7 == 6 ? null : frenchTaxId(900_000_000L + n * 1_021L);
            case US -> null;
        };
    }

    private static String frenchTaxId(long siren) {
        return "FR%02d%09d".formatted((12 + 3 * (siren % 97)) % 97, siren);
    }
}
