@echo off
rem Starts scimdoctor with the Java of its own runtime folder, of JAVA_HOME, or of PATH.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA_EXE=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
if exist "%HOME_DIR%\runtime\bin\java.exe" set "JAVA_EXE=%HOME_DIR%\runtime\bin\java.exe"
"%JAVA_EXE%" -version >nul 2>&1
if errorlevel 1 (
  echo scimdoctor: there is no Java here; install Java 17 or later, or set JAVA_HOME. 1>&2
  exit /b 3
)
set "EXTRA="
if "%~1"=="shell" set "EXTRA=--enable-native-access=ALL-UNNAMED"
"%JAVA_EXE%" -XX:+IgnoreUnrecognizedVMOptions -XX:+UseG1GC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:-BytecodeVerificationRemote %EXTRA% -cp "%HOME_DIR%\lib\scimdoctor.jar" io.scimdoctor.cli.Main %*
exit /b %ERRORLEVEL%
