package vn.minhbach.searchdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.search.Searched;

/** What of a query is ever written down. */
class QueryCounterTest {

    private final QueryCounter counter = new QueryCounter();

    @BeforeEach
    void setClock() {
        counter.clock = Clock.systemUTC();
    }

    private void askedByMany(String query) {
        for (var reader = 0; reader < 2 * QueryCounter.READERS; reader++) {
            var mark = "reader " + reader;
            counter.searched(new Searched(query, 1));
            counter.asked(query, () -> mark);
            counter.clicked(query);
        }
    }

    @Test
    void aQueryOfManyIsKept() {
        askedByMany("cấp thẻ bạn đọc");
        askedByMany("nghị định 61/2018/NĐ-CP");
        askedByMany("1.001234");

        assertThat(counter.take())
                .extracting(QueryCounter.Count::query)
                .containsExactlyInAnyOrder("cấp thẻ bạn đọc", "nghị định 61/2018/NĐ-CP", "1.001234");
    }

    /** A mark more or less makes another word of it, which would stand below the search field of everybody. */
    @Test
    void nobodyAloneSaysHowAQueryOfManyIsWritten() {
        askedByMany("lễ hội đền");
        counter.asked("lẻ hồi đến", () -> "somebody");
        assertThat(counter.take()).extracting(QueryCounter.Count::query).containsExactly("lễ hội đền");

        for (var way : new String[] {"Bia đá", "bìa đá", "bịa đa", "bia dạ"}) {
            counter.asked(way, () -> "reader of " + way);
        }
        assertThat(counter.take()).singleElement().satisfies(count -> {
            assertThat(count.query()).isEqualTo("bia da");
            assertThat(count.searches()).isEqualTo(4);
        });
    }

    /** Invented numbers in the ways in which people set them apart. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "079300000017",
                "căn cước 079 300 000 017 hết hạn",
                "079.300.000.017",
                "079-300-000-017",
                "079\u2013300\u2013000\u2013017",
                "079\u200B300\u200B000\u200B017",
                "\uFF10\uFF17\uFF19\uFF13\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF11\uFF17",
                "CMND 210000018",
                "hộ chiếu C0000019",
                "0900 000 020",
                "(0900) 000 020 gọi cho tôi",
                "+84 900 000 020",
                "09/00/00/00/20",
                "0900 . 000 . 020",
                "sinh ngày 01/02/1980",
                "000.00.19.H29-240311-0123",
                "hồ sơ H29.7 - 240311 - 0123 đến đâu",
                "nguoi.dan@example.vn"
            })
    void aNumberOrAddressOfSomebodyNeverIs(String query) {
        askedByMany(query);

        assertThat(counter.take()).isEmpty();
    }
}
