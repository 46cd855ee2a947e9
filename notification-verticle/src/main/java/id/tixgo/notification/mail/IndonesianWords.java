package id.tixgo.notification.mail;

import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.mail.MailPage.Row;
import java.util.List;
import java.util.Optional;

/** Indonesian. */
final class IndonesianWords extends MailWords {
  private static final String EVENT = "acara Anda";

  IndonesianWords() {
    super(
        MailLanguage.INDONESIAN,
        "Halo",
        "Email ini dikirim otomatis oleh TixGo karena Anda punya akun di sini.");
  }

  @Override
  MailPage message(String text) {
    return page("Pesan dari TixGo", greeting(), List.of(text), List.of(), Optional.empty());
  }

  @Override
  MailPage welcome(LetterFacts facts) {
    return page(
        "Selamat datang di TixGo",
        greeting(),
        List.of(
            "Akun Anda sudah siap. Tiket, perubahan acara, dan pembayaran akan kami kabarkan ke"
                + " alamat ini."),
        List.of(),
        facts.button("Lihat acara", "shop"));
  }

  @Override
  MailPage tickets(LetterFacts facts) {
    return page(
        "Tiket Anda: " + facts.title(EVENT),
        greeting(facts),
        List.of(
            facts.enclosed()
                ? "Tiket Anda terlampir sebagai PDF, bersama catatan untuk kalender. Tunjukkan kode"
                    + " QR di pintu masuk."
                : "Tiket Anda sudah terbit. Berkasnya terlalu besar untuk email: ambil di halaman"
                    + " pemesanan Anda."),
        eventRows(facts),
        facts.bookingButton("Buka tiket"));
  }

  @Override
  MailPage paymentReceived(LetterFacts facts) {
    return page(
        "Pembayaran diterima: " + amount(facts),
        greeting(facts),
        List.of("Pembayaran Anda sudah kami terima. Terima kasih."),
        List.of(new Row("Pesanan", facts.value(Letter.ORDER)), new Row("Jumlah", amount(facts))),
        facts.button("Lihat pesanan", "bookings"));
  }

  @Override
  MailPage refund(LetterFacts facts) {
    return page(
        "Pengembalian dana: " + amount(facts),
        greeting(facts),
        List.of("Uang Anda sudah kami kembalikan lewat cara Anda membayar."),
        List.of(new Row("Jumlah", amount(facts))),
        Optional.empty());
  }

  @Override
  MailPage transferReceived(LetterFacts facts) {
    return transfer(
        facts,
        "Dana diterima: ",
        "Pengguna lain mengirim dana kepada Anda. Dana itu sudah ada di dompet Anda.");
  }

  @Override
  MailPage transferSent(LetterFacts facts) {
    return transfer(
        facts,
        "Dana terkirim: ",
        "Anda mengirim dana dari dompet Anda kepada pengguna lain, dan dana itu sudah diterima."
            + " Jika bukan Anda yang mengirim, ganti kata sandi Anda dan hubungi kami.");
  }

  private MailPage transfer(LetterFacts facts, String subject, String text) {
    return page(
        subject + amount(facts),
        greeting(),
        List.of(text),
        List.of(
            new Row("Transfer", facts.value(Letter.TRANSFER)), new Row("Jumlah", amount(facts))),
        facts.button("Lihat dompet", "wallet"));
  }

  @Override
  MailPage waitingOffer(LetterFacts facts) {
    return page(
        "Ada tempat untuk Anda: " + facts.title(EVENT),
        greeting(),
        List.of(
            "Tempat yang Anda tunggu sudah tersedia dan kami simpan untuk Anda. Bayar sebelum"
                + " waktunya habis; setelah itu giliran orang berikutnya."),
        offerRows(facts, "Berlaku sampai"),
        facts.bookingButton("Ambil tempat"));
  }

  @Override
  MailPage eventChanged(LetterFacts facts) {
    return page(
        "Perubahan: " + facts.title(EVENT),
        greeting(facts),
        List.of("Waktu atau tempat acara berubah. Tiket Anda tetap berlaku."),
        eventRows(facts),
        facts.button("Lihat pemesanan", "bookings"));
  }

  @Override
  MailPage eventCancelled(LetterFacts facts) {
    return page(
        "Dibatalkan: " + facts.title(EVENT),
        greeting(facts),
        List.of(
            "Acara ini dibatalkan. Yang Anda bayar akan dikembalikan; Anda tidak perlu berbuat"
                + " apa-apa."),
        eventRows(facts),
        facts.button("Lihat pemesanan", "bookings"));
  }

  @Override
  MailPage password(LetterFacts facts) {
    return page(
        "Kata sandi baru untuk TixGo",
        greeting(),
        List.of(
            "Seseorang, semoga Anda sendiri, meminta kata sandi baru. Kode di bawah ini memasangnya,"
                + " satu kali, dalam setengah jam sejak permintaan itu.",
            "Kalau bukan Anda, abaikan saja: kata sandi Anda tidak berubah. Jangan berikan kode ini"
                + " kepada siapa pun."),
        List.of(new Row("Kode", facts.shownToken())),
        facts.button("Pasang kata sandi baru", "reset"));
  }

  @Override
  String[] eventLabels() {
    return new String[] {"Acara", "Waktu", "Tempat"};
  }
}
