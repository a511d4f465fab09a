package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.minhbach.web.Visit;

/** A form of a row asks which rows these are but once, and leads back to what is kept without what was looked at before. */
class RowPageTest {

    private static final List<RowField> FIELDS = List.of(
            RowField.line("name", 100),
            RowField.line("parent", 100),
            RowField.line("successor", 100),
            RowField.line("picture", 100));

    private static final class Form extends RowPage {

        private static final long serialVersionUID = 1L;

        private int asked;

        @Override
        protected Rows rows() {
            asked++;
            InvocationHandler rows = (proxy, method, given) -> switch (method.getName()) {
                case "kind" -> "section";
                case "fields" -> FIELDS;
                case "columns" -> List.of("name");
                case "options" -> Map.of();
                default -> throw new UnsupportedOperationException(method.getName());
            };
            return (Rows) Proxy.newProxyInstance(
                    RowPageTest.class.getClassLoader(), new Class<?>[] {Rows.class, Serializable.class}, rows);
        }

        @Override
        protected String list() {
            return "/quan-tri/chuyen-muc";
        }
    }

    private static Form at(String path) {
        var form = new Form();
        form.visit = new Visit() {
            @Override
            public String getPath() {
                return path;
            }
        };
        return form;
    }

    @Test
    void whichRowsTheseAreIsAskedOnceHoweverManyFieldsThereAre() {
        var form = at("/quan-tri/chuyen-muc/soan");

        form.load();
        for (var field : form.getFields()) {
            assertThat(form.label(field.name())).isNotNull();
            assertThat(form.help(field)).isNotNull();
            assertThat(form.options(field)).isEmpty();
        }
        form.word("add");

        assertThat(form.typed()).hasSize(FIELDS.size());
        assertThat(form.asked).isEqualTo(1);
    }

    @Test
    void whoBeginsFromWhatIsKeptDoesNotMeetTheDraftAgain() {
        assertThat(at("/quan-tri/chuyen-muc/soan?ma=7&nhap=3").getAgain()).isEqualTo("/quan-tri/chuyen-muc/soan?ma=7");
        assertThat(at("/quan-tri/chuyen-muc/soan?nhap=3").getAgain()).isEqualTo("/quan-tri/chuyen-muc/soan");
        assertThat(at("/quan-tri/chuyen-muc/soan?nhap=3&ma=7").getAgain()).isEqualTo("/quan-tri/chuyen-muc/soan?ma=7");
        assertThat(at("/quan-tri/soan-muc?loai=tag&nhap=3&ma=7").getAgain())
                .isEqualTo("/quan-tri/soan-muc?loai=tag&ma=7");
        assertThat(at("/quan-tri/soan-muc?loai=tag").getAgain()).isEqualTo("/quan-tri/soan-muc?loai=tag");
    }
}
