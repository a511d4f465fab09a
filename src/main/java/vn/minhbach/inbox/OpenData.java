package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.minhbach.inbox.DataFile.Column;
import vn.minhbach.shared.Csv;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.Time;

/** Writes what is public of the inbox as tables and as JSON: published texts, and figures that name nobody. */
@ApplicationScoped
@Transactional
public class OpenData {

    private static final int BATCH = 200;

    @Inject
    PublishedAnswers answers;

    @Inject
    InboxService service;

    @Inject
    InboxFiguresService figures;

    @Inject
    InboxUnits allUnits;

    protected OpenData() {}

    /** Without a server, for tests. */
    OpenData(PublishedAnswers answers, InboxService service, InboxFiguresService figures, InboxUnits allUnits) {
        this.answers = answers;
        this.service = service;
        this.figures = figures;
        this.allUnits = allUnits;
    }

    /**
     * What stands in every file.
     *
     * @param origin what the addresses of the portal begin with
     * @param source who publishes it
     * @param licence how it may be used
     */
    record Terms(String origin, String source, String licence) {}

    /** A table in Unicode, with commas; nothing in it is taken for a formula. */
    void csv(DataFile file, Terms terms, Appendable out) {
        try {
            out.append(Csv.BEGINNING);
            Csv.row(out, file.columns().stream().map(Column::written).toList());
            each(file, terms, row -> {
                try {
                    Csv.row(
                            out,
                            file.columns().stream()
                                    .map(column -> String.valueOf(row.getOrDefault(column, "")))
                                    .toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One object: whose it is, how it may be used, and the rows, one a line. */
    void json(DataFile file, Terms terms, Appendable out) {
        try {
            out.append("{\"nguon\":")
                    .append(Json.write(terms.source()))
                    .append(",\"giay_phep\":")
                    .append(Json.write(terms.licence()))
                    .append(",\"du_lieu\":[");
            var separator = new StringBuilder("\n");
            each(file, terms, row -> {
                var named = new LinkedHashMap<String, Object>();
                file.columns().stream()
                        .filter(column -> column != Column.GIAY_PHEP)
                        .forEach(column -> named.put(column.written(), row.getOrDefault(column, "")));
                try {
                    out.append(separator).append(Json.write(named));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                separator.setLength(0);
                separator.append(",\n");
            });
            out.append("\n]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void each(DataFile file, Terms terms, Consumer<Map<Column, Object>> visitor) {
        switch (file) {
            case QUESTIONS -> published(SubmissionKind.Form.QUESTION, terms, visitor);
            case FEEDBACK -> published(SubmissionKind.Form.FEEDBACK, terms, visitor);
            case FIGURES -> figures(terms, visitor);
        }
    }

    private void published(SubmissionKind.Form form, Terms terms, Consumer<Map<Column, Object>> visitor) {
        var kinds = answers.kinds(form);
        var units = allUnits.names();
        var batch = answers.after(0, kinds, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(each -> visitor.accept(row(each, units, terms)));
            batch = answers.after(batch.getLast().getId(), kinds, BATCH);
        }
    }

    private Map<Column, Object> row(Publication publication, Map<String, String> units, Terms terms) {
        var row = new EnumMap<Column, Object>(Column.class);
        row.put(Column.MA, publication.getId());
        row.put(Column.LOAI, service.kindName(publication.getKind(), "vi"));
        row.put(Column.TIEU_DE, publication.getTitle());
        row.put(Column.CAU_HOI, publication.getQuestion());
        row.put(Column.TRA_LOI, publication.getAnswerText());
        row.put(Column.DON_VI, units.getOrDefault(publication.getUnit(), publication.getUnit()));
        row.put(Column.LINH_VUC, answers.field(publication));
        row.put(Column.THU_TUC, publication.getProcedure());
        // Days, and not hours: an hour may tell who asked.
        row.put(Column.NGAY_NHAN, Time.day(publication.getReceivedAt()).toString());
        row.put(Column.NGAY_TRA_LOI, Time.day(publication.getAnsweredAt()).toString());
        row.put(Column.NGAY_CONG_KHAI, Time.day(publication.getPublishedAt()).toString());
        row.put(Column.DIA_CHI, terms.origin() + publication.getPath());
        row.put(Column.GIAY_PHEP, terms.licence());
        return row;
    }

    private void figures(Terms terms, Consumer<Map<Column, Object>> visitor) {
        var units = allUnits.names();
        for (int year : figures.years()) {
            for (var each : figures.ofMonthsAndUnits(year)) {
                var told = each.figures();
                var row = new EnumMap<Column, Object>(Column.class);
                row.put(Column.KY, each.month());
                row.put(Column.DON_VI, units.getOrDefault(each.unit(), each.unit()));
                row.put(Column.TIEP_NHAN, told.received());
                row.put(Column.DA_TRA_LOI, told.answered());
                row.put(Column.DUNG_HAN, told.inTime());
                row.put(Column.QUA_HAN, told.late());
                row.put(Column.DANG_XU_LY, told.open());
                row.put(Column.KHONG_TRA_LOI, told.elsewhere());
                row.put(Column.CO_DANH_GIA, told.rated());
                row.put(Column.DA_GIAI_QUYET, told.resolved());
                row.put(Column.GIAY_PHEP, terms.licence());
                visitor.accept(row);
            }
        }
    }
}
