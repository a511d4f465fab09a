package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.TypedForm;
import vn.minhbach.web.Visit;
import vn.minhbach.web.Words;

/** The part of a form where files are chosen: nothing is chosen twice, and each wrong file is named. */
class EnclosureFormTest {

    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private final List<String> taken = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>(Map.of(EnclosureForm.TOKEN, TOKEN));
    private final EnclosureForm form = form();

    private EnclosureForm form() {
        var made = new EnclosureForm();
        made.intake = new EnclosureIntake() {
            @Override
            EnclosureService.Waiting take(String token, String client, String name, InputStream bytes)
                    throws IOException {
                if (bytes.readAllBytes().length == 0) {
                    throw new RuleBrokenException("enclosure.error.empty", "tep");
                }
                taken.add(name);
                return waiting(taken.size());
            }
        };
        made.service = new EnclosureService() {
            @Override
            public List<Waiting> waiting(String token, List<String> handles) {
                return handles.stream()
                        .filter(handle -> !handle.startsWith("f"))
                        .map(handle -> new Waiting(handle, "tệp", "JPEG, 1 KB"))
                        .toList();
            }
        };
        made.forwarded = new Forwarded("") {
            @Override
            public String client(HttpServletRequest request) {
                return "203.0.113.7";
            }
        };
        made.throttle = new Throttle();
        made.visit = new Visit() {
            @Override
            public String text(String key, Object... gaps) {
                return Words.VIETNAMESE.text(key, gaps);
            }
        };
        return made;
    }

    private static EnclosureService.Waiting waiting(int number) {
        return new EnclosureService.Waiting(handle(number), "tệp", "JPEG, 1 KB");
    }

    private static String handle(int number) {
        return "%032x".formatted(number);
    }

    private void bring(String name, String content) throws IOException {
        form.receive(TypedForm.of(fields), name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private void take() {
        form.take(TypedForm.of(fields), TOKEN);
    }

    @Test
    void whatComesIsAddedToWhatWaits() throws IOException {
        fields.put("tep-1", handle(9));
        bring("a.jpg", "x");
        take();

        assertThat(form.handles()).containsExactly(handle(9), handle(1));
        assertThat(form.getProblem()).isEmpty();
    }

    @Test
    void noFileChosenIsNone() throws IOException {
        bring("", "");
        take();

        assertThat(form.handles()).isEmpty();
        assertThat(form.getProblem()).isEmpty();
    }

    @Test
    void ofAHundredFilesFiveAreTakenAndItIsSaidOnce() throws IOException {
        for (var i = 0; i < 100; i++) {
            bring(i + ".jpg", "x");
        }
        take();

        assertThat(taken).hasSize(5);
        assertThat(form.handles()).hasSize(5);
        assertThat(form.getProblem()).isEqualTo(Words.VIETNAMESE.text("enclosure.error.most"));
    }

    @Test
    void whoBringsFilesAllDayIsStopped() throws IOException {
        for (var i = 0; i < 601; i++) {
            form.throttle.tooOften("enclosure", "203.0.113.7", 600);
        }
        bring("a.jpg", "x");

        assertThat(taken).isEmpty();
        assertThat(form.getProblem()).isEqualTo(Words.VIETNAMESE.text("enclosure.error.often"));
    }

    @Test
    void whatWaitsCounts() throws IOException {
        for (var i = 1; i <= 4; i++) {
            fields.put("tep-" + i, handle(100 + i));
        }
        bring("a.jpg", "x");
        bring("b.jpg", "x");

        assertThat(taken).containsExactly("a.jpg");
    }

    @Test
    void aWrongFileIsNamedAndTheOthersAreKept() throws IOException {
        bring("a.jpg", "x");
        bring("đơn\u202E'{0}.pdf", "");
        take();

        assertThat(form.handles()).hasSize(1);
        assertThat(form.getProblem()).isEqualTo("Tệp “đơn_'{0}.pdf”: không có nội dung. Mời bạn chọn lại tệp.");
    }

    @Test
    void whatIsThereNoLongerIsSaid() {
        fields.put("tep-1", "f".repeat(32));
        fields.put("tep-2", "../../etc/passwd");
        take();

        assertThat(form.handles()).isEmpty();
        assertThat(form.getProblem()).isEqualTo(Words.VIETNAMESE.text("enclosure.error.gone"));
    }

    @Test
    void aFormWithoutItsTokenTakesNone() throws IOException {
        fields.put(EnclosureForm.TOKEN, "x");
        bring("a.jpg", "x");

        assertThat(taken).isEmpty();
        assertThat(form.getProblem()).contains("trang đã mở quá lâu");
    }
}
