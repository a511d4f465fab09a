package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keystrokes stand for when the keyboard was not switched on. */
class TelexTest {

    @ParameterizedTest
    @CsvSource({
        "ddawng,đăng",
        "dangdw,đăng",
        "kys,ký",
        "keets,kết",
        "ketes,kết",
        "hoon,hôn",
        "hono,hôn",
        "dduwowcj,được",
        "dduwocj,được",
        "duocwdj,được",
        "nuwowcs,nước",
        "nuocsw,nước",
        "huwux,hữu",
        "quoocs,quốc",
        "quar,quả",
        "giaays,giấy",
        "tuwf,từ",
        "awn,ăn",
        "d9a8ng,đăng",
        "ky1,ký",
        "ke6t1,kết",
        "d9u7o7c5,được",
        "nuoc71,nước",
        "tw,tư",
        "twr,tử",
        "thwf,thừ",
        "lwowng,lương",
        "dwngj,dựng",
        "chwxng,chững",
        "wng,ưng",
        "thuowngf,thường",
        "trươngf,trường"
    })
    void keystrokesBecomeASyllable(String typed, String meant) {
        assertThat(Telex.decode(typed)).isEqualTo(Syllable.canonical(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "con", "hoa", "x", "ss", "123", "1", "ttt", "cccd", "a1b2c3", "\u0301", "h01"})
    void otherTextIsLeftAlone(String typed) {
        assertThat(Telex.decode(typed)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "th]ong t[ mu'a, thưong tơ mu'a",
        "h]][ng, hưương",
        "ba?n sao ho^. ti.ch, ba3n sao ho65 ti5ch",
        "nu+o+'c sa.ch? va` d~o^?, nu7o71c sa5ch? va2 d~o6?",
        "[Luật] Đất đai, [Luật] Đất đai",
        "Điều 7[2], Điều 7[2]",
        "biểu mẫu[a], biểu mẫu[a]",
        "C++ o+ (a) 5^2, C++ o+ (a) 5^2"
    })
    void keysThatAreNoLettersBecomeSome(String typed, String lettered) {
        assertThat(Telex.lettered(typed)).isEqualTo(lettered).hasSameSizeAs(typed);
    }

    @Test
    void everySyllableIsReadBackFromItsKeys() {
        for (var syllable : "thủ tục hành chính giấy phép khuyết tật nghĩa vụ quân sự thường trú rượu".split(" ")) {
            assertThat(Telex.decode(keys(syllable))).as(syllable).isEqualTo(Syllable.canonical(syllable));
        }
    }

    /** The keys of a syllable, marks behind their letters and the tone at the end. */
    private static String keys(String syllable) {
        var canonical = Syllable.canonical(syllable);
        var out = new StringBuilder();
        for (var c : canonical.toCharArray()) {
            out.append(
                    switch (c) {
                        case 'ă' -> "aw";
                        case 'â' -> "aa";
                        case 'ê' -> "ee";
                        case 'ô' -> "oo";
                        case 'ơ' -> "ow";
                        case 'ư' -> "uw";
                        case 'đ' -> "dd";
                        default -> {
                            var tone = Syllable.TONES.indexOf(c);
                            yield tone < 0 ? String.valueOf(c) : String.valueOf("frxsj".charAt(tone));
                        }
                    });
        }
        return out.toString();
    }
}
