package vn.minhbach.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.Effort;

/** Whom a sender names where the form asks whom it is about: a person is told from an office. */
class NamedPeopleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lê Văn Hùng|Lê Văn Hùng",
                "Lê Hùng|Lê Hùng",
                "ông Lê Văn Hùng, Trưởng phòng|Lê Văn Hùng",
                "Trưởng phòng Lê Văn Hùng|Lê Văn Hùng",
                "Bộ phận một cửa (cán bộ: Lê Văn Hùng)|Lê Văn Hùng",
                "chị Lan ở quầy số 3|Lan",
                "le van hung|le van hung",
                "UBND xã Tân Lập, anh Hùng|Hùng"
            })
    void aPersonIsOne(String field, String name) {
        assertThat(NamedPeople.in(field)).containsExactly(name);
    }

    @Test
    void whereANameInSmallLettersEndsIsNotSeen() {
        assertThat(NamedPeople.in("nguyễn thị thu hà")).containsExactly("nguyễn thị thu", "nguyễn thị thu hà");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ,; ",
                "Bộ phận một cửa",
                "Phòng Văn hóa và Thông tin",
                "Nhà hát Cao Văn Lầu",
                "Thư viện tỉnh",
                "Trường THPT Nguyễn Trãi",
                "UBND phường Lê Lợi",
                "Hà Nội",
                "Sở Văn hóa, Thể thao và Du lịch Thái Nguyên",
                "Thành phố Hồ Chí Minh",
                "Bảo tàng Hồ Chí Minh",
                "cán bộ một cửa",
                "nhân viên bảo vệ"
            })
    void anOfficeOrAPlaceIsNone(String field) {
        assertThat(NamedPeople.in(field)).isEmpty();
    }

    @Test
    void oneSyllableIsANameBehindATitleOnly() {
        assertThat(NamedPeople.find("Chị Lan trồng hoa Lan.", "Lan"))
                .singleElement()
                .isEqualTo(new Proposal(4, 7, Kind.NAME, true));
        assertThat(NamedPeople.find("Bác Lân trực.", "Lan")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ông Lê ", "lê văn ", "Lê,", "((", "giám đốc "})
    void longFieldsAreReadOnce(String piece) {
        Effort.assertGrowsWithTheInput(20_000, size -> NamedPeople.in(piece.repeat(size / piece.length())));
    }
}
