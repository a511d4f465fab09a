package vn.minhbach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people write them can be dialled. */
class PhoneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0299 3822 567                     | tel:+842993822567",
                "(0299) 3822.567                   | tel:+842993822567",
                "0299-3822-567                     | tel:+842993822567",
                "+84 299 3822 567                  | tel:+842993822567",
                "0299 3822 567 - 0299 3822 568     | tel:+842993822567",
                "0299 3822 567/ 0299 3822 568      | tel:+842993822567",
                "0299 3822 567; 0299 3822 568      | tel:+842993822567",
                "0299 3822 567 – Văn thư           | tel:+842993822567",
                "1022                              | tel:1022",
                "1900 1234                         | tel:19001234",
                "đang cập nhật                     | ''",
                "''                                | ''",
                "javascript:alert(1)               | tel:1"
            })
    void aNumberIsDialledInItsInternationalForm(String phone, String href) {
        assertThat(Phone.href(phone)).isEqualTo(href);
    }
}
