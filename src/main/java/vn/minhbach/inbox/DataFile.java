package vn.minhbach.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of the inbox everybody may have as a file. A column keeps its name for good; new ones come at the end. */
enum DataFile {
    QUESTIONS(
            "hoi-dap",
            Column.MA,
            Column.LOAI,
            Column.TIEU_DE,
            Column.CAU_HOI,
            Column.TRA_LOI,
            Column.DON_VI,
            Column.LINH_VUC,
            Column.THU_TUC,
            Column.NGAY_NHAN,
            Column.NGAY_TRA_LOI,
            Column.NGAY_CONG_KHAI,
            Column.DIA_CHI,
            Column.GIAY_PHEP),
    FEEDBACK(
            "phan-anh",
            Column.MA,
            Column.LOAI,
            Column.TIEU_DE,
            Column.CAU_HOI,
            Column.TRA_LOI,
            Column.DON_VI,
            Column.LINH_VUC,
            Column.THU_TUC,
            Column.NGAY_NHAN,
            Column.NGAY_TRA_LOI,
            Column.NGAY_CONG_KHAI,
            Column.DIA_CHI,
            Column.GIAY_PHEP),
    FIGURES(
            "so-lieu",
            Column.KY,
            Column.DON_VI,
            Column.TIEP_NHAN,
            Column.DA_TRA_LOI,
            Column.DUNG_HAN,
            Column.QUA_HAN,
            Column.DANG_XU_LY,
            Column.KHONG_TRA_LOI,
            Column.CO_DANH_GIA,
            Column.DA_GIAI_QUYET,
            Column.GIAY_PHEP);

    /** A column; its name in files is this word in small letters. */
    enum Column {
        MA,
        LOAI,
        TIEU_DE,
        CAU_HOI,
        TRA_LOI,
        DON_VI,
        LINH_VUC,
        THU_TUC,
        NGAY_NHAN,
        NGAY_TRA_LOI,
        NGAY_CONG_KHAI,
        DIA_CHI,
        KY,
        TIEP_NHAN,
        DA_TRA_LOI,
        DUNG_HAN,
        QUA_HAN,
        DANG_XU_LY,
        KHONG_TRA_LOI,
        CO_DANH_GIA,
        DA_GIAI_QUYET,
        GIAY_PHEP;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String written;
    private final List<Column> columns;

    DataFile(String written, Column... columns) {
        this.written = written;
        this.columns = List.of(columns);
    }

    /** Its name, without what says the format. */
    String written() {
        return written;
    }

    List<Column> columns() {
        return columns;
    }

    static Optional<DataFile> named(String name) {
        return Arrays.stream(values()).filter(file -> file.written.equals(name)).findFirst();
    }
}
