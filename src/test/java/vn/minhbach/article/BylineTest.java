package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People and offices as they sign articles. */
class BylineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu Hà",
                "An Nhiên",
                "Lê Quang Vinh",
                "Trần Thị Minh Hạnh",
                "Tôn Nữ Thị Ninh",
                "Y Ban",
                "Phong Lan",
                "Vũ Đức Sao Biển",
                "Bảo Ngọc",
                "Văn Phong"
            })
    void people(String line) {
        assertThat(Byline.of(line)).containsExactly(new Byline(line, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Văn phòng Sở",
                "Văn Phòng Sở",
                "Thư viện tỉnh An Hải",
                "Trung tâm HL&TĐ thể thao",
                "Trung Tâm Văn Hóa",
                "Bảo tàng tỉnh An Hải",
                "Phòng Di sản văn hóa",
                "Phòng Di Sản",
                "Ban Biên tập",
                "Ban Biên Tập",
                "Sở Văn hóa, Thể thao và Du lịch",
                "Sở Nội Vụ",
                "Báo Nhân Dân",
                "Nhân Dân",
                "Hà Nội Mới",
                "TTXVN",
                "UBND tỉnh An Hải",
                "Ủy Ban Nhân Dân",
                "BBT",
                "PV",
                "Minh",
                "Chinhphu.vn",
                "Đoàn Thanh Niên",
                "Một Hai Ba Bốn Năm Sáu"
            })
    void officesAndWhatIsNotCertain(String line) {
        assertThat(Byline.of(line)).containsExactly(new Byline(line, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu Hà, Minh Châu | Thu Hà; Minh Châu",
                "Thu Hà - Hoàng Long | Thu Hà; Hoàng Long",
                "Thu Hà và Hoàng Long | Thu Hà; Hoàng Long",
                "Thu Hà (tổng hợp) | Thu Hà",
                "Thu Hà & Lê Quang Vinh | Thu Hà; Lê Quang Vinh"
            })
    void severalPeople(String line, String people) {
        assertThat(Byline.of(line))
                .containsExactlyElementsOf(Arrays.stream(people.split("; "))
                        .map(name -> new Byline(name, true))
                        .toList());
    }

    @Test
    void peopleBesideAnOfficeAreSignedAsOne() {
        assertThat(Byline.of("Thu Hà, Văn phòng Sở")).containsExactly(new Byline("Thu Hà, Văn phòng Sở", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "(tổng hợp)", ","})
    void nobody(String line) {
        assertThat(Byline.of(line)).allMatch(author -> !author.isPerson());
    }
}
