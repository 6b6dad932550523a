package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {

    @Test
    void without_any_setting_there_is_a_derby_database_in_the_data_directory() {
        Settings settings = bind(Map.of("throughline.data-directory", "here"));

        assertThat(settings.databaseUrl()).isEqualTo("jdbc:derby:here/derby;create=true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    erp | sap | throughline.erp must be one of: embedded, tryton.
                    erp | tryton | throughline.tryton.database must be set for throughline.erp=tryton.
                    tryton.url | ftp://erp | throughline.tryton.url must be a URL such as http://127.0.0.1:8000.
                    demo-data | perhaps | The setting throughline.demo-data has a value that cannot be used.
                    public-url | nowhere | throughline.public-url must be an absolute URL such as https://erp.example.com.
                    database.url | jdbc:h2:mem:x | throughline.database.url must start with jdbc:derby: or jdbc:postgresql:.
                    limits.body-size | 1B | throughline.limits.body-size must be 1KB or more.
                    """)
    void a_wrong_setting_is_told_in_one_sentence(String name, String value, String sentence) {
        Throwable failure = catchThrowable(() -> bind(Map.of("throughline." + name, value)));

        assertThat(StartupFailure.sentence(failure)).isEqualTo(sentence);
    }

    @Test
    void what_nobody_foresaw_is_told_in_one_line() {
        assertThat(StartupFailure.sentence(new IllegalStateException("outer", new RuntimeException("why\nat x"))))
                .isEqualTo("Throughline cannot start: why (--logging.level.org.throughline.app=debug tells more).");
    }

    private static Settings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("throughline", Settings.class);
    }
}
